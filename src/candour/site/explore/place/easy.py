"""A place in Easy Read."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candour.operations.place.place import PlacePage
from candour.site.pages.easy import Part
from candour.site.pages.page import Page


def easy(page: Page) -> tuple[Part, ...]:
    """Whose area it is, which promises were made to people there, and who gives care."""
    answer = page.answer
    assert isinstance(answer, PlacePage)
    deals, homes = answer.contracts.found, answer.locations.found
    whose = _("The council here is %(council)s.") % {"council": answer.area.name} if answer.area.name else ""
    return (
        Part(
            question=_("Where is this?"),
            picture="house",
            sentences=(whose or _("We do not know which council this is."),),
        ),
        Part(
            question=_("What was promised here?"),
            picture="paper",
            sentences=(
                _("Councils pay others to give care. The deal is called a contract."),
                ngettext("We know of %(number)s deal here.", "We know of %(number)s deals here.", deals)
                % {"number": deals},
                _("On the long page you can choose one."),
            ),
        ),
        Part(
            question=_("Who gives care near here?"),
            picture="people",
            sentences=(
                ngettext("We know of %(number)s place of care.", "We know of %(number)s places of care.", homes)
                % {"number": homes},
            ),
        ),
    )
