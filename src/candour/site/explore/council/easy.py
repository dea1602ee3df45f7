"""A council in Easy Read."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candour.operations.council_in_full.answer import CouncilInFull
from candour.site.components.link import Link
from candour.site.pages.easy import Part
from candour.site.pages.page import Page
from candour.site.pages.reading import address_of


def easy(page: Page) -> tuple[Part, ...]:
    """What a council buys, who gives care there, and whether anybody can read how it went."""
    answer = page.answer
    assert isinstance(answer, CouncilInFull)
    bought, reported, givers = answer.bought.processes, answer.bought.reported, len(answer.providers)
    return (
        Part(
            question=_("What does a council do?"),
            picture="house",
            sentences=(_("A council helps people who live there."), _("It pays others to give care.")),
        ),
        Part(
            question=_("What does this council pay for?"),
            picture="money",
            sentences=(
                ngettext("We know of %(number)s deal about care.", "We know of %(number)s deals about care.", bought)
                % {"number": bought},
                ngettext(
                    "For %(number)s deal we can read how it went.",
                    "For %(number)s deals we can read how it went.",
                    reported,
                )
                % {"number": reported},
            ),
        ),
        Part(
            question=_("Who gives care there?"),
            picture="people",
            sentences=(
                _("We count %(number)s firms or groups that give care there.") % {"number": givers}
                if givers
                else _("We do not know."),
            ),
        ),
        Part(
            question=_("Is the care good enough?"),
            picture="scales",
            sentences=(_("There are standards. Care should never be worse than a standard says."),),
            links=(Link(_("See the standards"), address_of("standards", council=answer.name)),),
        ),
    )
