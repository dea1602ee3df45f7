"""Minimum standards in Easy Read."""

from django.utils.translation import gettext as _

from candour.operations.standards.listed import StandardsListed
from candour.site.components.link import Link
from candour.site.pages.easy import Part
from candour.site.pages.page import Page
from candour.site.pages.reading import address_of


def easy(page: Page) -> tuple[Part, ...]:
    """What a standard is, which there are, and how a council stands where one was asked."""
    answer = page.answer
    assert isinstance(answer, StandardsListed)
    return (
        Part(
            question=_("What is a standard?"),
            picture="light",
            sentences=(
                _("A standard says how good care must be."),
                _("Care should never be worse than this."),
                _("There are %(number)s standards here.") % {"number": len(answer.standards)},
            ),
        ),
        Part(
            question=_("What are they about?"),
            picture="tick",
            sentences=(_("Choose one to read more."),),
            links=tuple(Link(one.title, address_of("standard", one.id)) for one in answer.standards),
        ),
        *_council(page, answer),
        Part(
            question=_("What can I do?"),
            picture="speech",
            sentences=(
                _("Look for your council on the long page."),
                _("If it is below a standard, you can ask why."),
            ),
        ),
    )


def _council(page: Page, answer: StandardsListed) -> tuple[Part, ...]:
    if answer.scorecard is None:
        return ()
    question = _("How is %(council)s doing?") % {"council": answer.scorecard.council}
    return (Part(question=question, picture="scales", sentences=(page.lead,)),)
