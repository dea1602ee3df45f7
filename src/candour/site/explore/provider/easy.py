"""A provider in Easy Read."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candour.operations.provider import ProviderPage
from candour.site.pages.easy import Part
from candour.site.pages.page import Page
from candour.site.pages.ratings import share_in_words


def easy(page: Page) -> tuple[Part, ...]:
    """Who they are, how they are rated, what they are paid to do, and what is not known."""
    answer = page.answer
    assert isinstance(answer, ProviderPage)
    places, deals, results = len(answer.locations), answer.number_of_awards, answer.outcomes.number
    return (
        Part(
            question=_("Who are they?"),
            picture="people",
            sentences=(
                _("They give care to people."),
                ngettext("They work from %(number)s place.", "They work from %(number)s places.", places)
                % {"number": places},
            ),
        ),
        Part(
            question=_("Is their care good?"),
            picture="star",
            sentences=(
                _("Inspectors go and look. Then they say how good it is."),
                *(share_in_words(share) for share in answer.shares),
                _("Ask when the inspectors came. Things may be different now."),
            ),
        ),
        Part(
            question=_("Who pays them?"),
            picture="money",
            sentences=(
                _("Councils pay them to give care. The deal is called a contract."),
                ngettext("We know of %(number)s deal.", "We know of %(number)s deals.", deals) % {"number": deals},
            ),
        ),
        Part(
            question=_("Did people get what was promised?"),
            picture="tick",
            sentences=(
                ngettext(
                    "We have %(number)s result. It is on the long page.",
                    "We have %(number)s results. They are on the long page.",
                    results,
                )
                % {"number": results}
                if results
                else _("Nobody has told us. You can ask them."),
            ),
        ),
    )
