"""An Atom feed of what is new about a thing: an entry for each release, with an id that never changes."""

from datetime import UTC

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed, get_tag_uri
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from candour.operations.changes import Change, Changes
from candour.site.pages.kind import PageKind
from candour.site.pages.made import reading
from candour.site.pages.reading import address_of
from candour.site.pages.views import View


def feed(kind: PageKind) -> View:
    """The feed of a kind of page that has one."""

    def view(request: HttpRequest, key: str = "") -> HttpResponse:
        asked = reading(kind, key, request)
        assert kind.feed is not None
        return HttpResponse(_atom(kind.feed(asked), asked.address, asked.feed()), content_type=Atom1Feed.content_type)

    return require_safe(view)


def _atom(changes: Changes, address: str, own: str) -> str:
    made = Atom1Feed(
        title=_("What is new: %(name)s") % {"name": changes.name} if changes.name else _("What is new"),
        link=_whole(address),
        description=None,
        language=get_language(),
        feed_url=_whole(own),
        subtitle=_("New releases, as publishers dated them. From Candour."),
    )
    for change in changes.changes:
        told = change.date.replace(tzinfo=UTC)
        made.add_item(
            title=f"{change.title or change.ocid}: {_about(change)}",
            link=_whole(address_of("contract", change.ocid)),
            description=_("Published by or for %(buyer)s.")
            % {"buyer": change.buyer or _("a buyer that is not named")},
            unique_id=_id(change),
            pubdate=told,
            updateddate=told,
            categories=change.tags,
        )
    return str(made.writeString("utf-8"))


def _id(change: Change) -> str:
    """Permanent: it is made from the release alone, whatever finds it, in whatever language."""
    release = f"{settings.CANDOUR_ADDRESS}/contract/{change.ocid}#{change.release_id}-{change.content[:12]}"
    return str(get_tag_uri(release, change.date))


def _about(change: Change) -> str:
    words = {
        "planning": _("planned"),
        "tender": _("tender"),
        "tenderUpdate": _("tender changed"),
        "tenderCancellation": _("tender cancelled"),
        "award": _("award"),
        "awardUpdate": _("award changed"),
        "awardCancellation": _("award cancelled"),
        "contract": _("contract"),
        "contractUpdate": _("contract changed"),
        "contractTermination": _("contract ended"),
        "implementation": _("what came of it"),
        "implementationUpdate": _("what came of it"),
    }
    return ", ".join(words.get(tag, tag) for tag in change.tags) or _("release")


def _whole(address: str) -> str:
    return f"{settings.CANDOUR_ADDRESS}{address}"
