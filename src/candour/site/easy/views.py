"""Where Easy Read begins, and a page of a kind in it."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from candour.site.components.link import Link
from candour.site.explore import KINDS
from candour.site.pages.asked import Asked
from candour.site.pages.easy import Part, easy_link
from candour.site.pages.frame import told
from candour.site.pages.kind import PageKind
from candour.site.pages.page import Page
from candour.site.pages.reading import Reading, address_of
from candour.site.pages.views import View, made


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """What the site is for, and the ways into it."""
    return render(request, "easy/front.html", {"parts": _parts(), "whole": address_of("")})


def of(kind: PageKind) -> View:
    """A page of a kind that has an Easy Read version, made from the very page that others read."""

    def make(request: HttpRequest, kind: PageKind, page: Page, asked: Reading[Asked], _: str) -> HttpResponse:
        parts = kind.easy(page) if kind.easy else ()
        return render(request, "pages/easy.html", told(page, asked) | {"parts": parts, "whole": asked.address})

    return made(kind, make, may_lag=True)


def _parts() -> tuple[Part, ...]:
    return (
        Part(
            question=_("What is Candour?"),
            picture="light",
            sentences=(
                _("Some people need help to live their lives. This help is called care."),
                _("Your council pays for a lot of care."),
                _("Candour shows what was promised. It shows what was paid. It shows what people got."),
            ),
        ),
        Part(
            question=_("What can I find out?"),
            picture="search",
            sentences=(_("You can look for a place, or for people who give care."),),
            links=tuple(_ways()),
        ),
        Part(
            question=_("How do I get more Easy Read?"),
            picture="paper",
            sentences=(
                _("Open a page about care near you."),
                _("At the top it says Easy Read. Choose that."),
            ),
        ),
        Part(
            question=_("What if a number is not there?"),
            picture="question",
            sentences=(
                _("Sometimes nobody told us. Then we say so."),
                _("Sometimes a number is about very few people. Then we hide it to keep them safe."),
            ),
        ),
    )


def _ways() -> Iterator[Link]:
    """To the pages that need no key, in Easy Read where there is one."""
    names = {
        "search": _("Look for something"),
        "standards": _("What good care must have"),
        "cost": _("What an hour of care costs"),
        "compare": _("Put people who give care side by side"),
        "lessons": _("What others have learned"),
        "publishers": _("Who tells us things"),
    }
    known = {kind.id: kind for kind in KINDS}
    for id, name in names.items():
        if id in known:
            link = Link(name, address_of(id))
            yield easy_link(link) if known[id].easy else link
