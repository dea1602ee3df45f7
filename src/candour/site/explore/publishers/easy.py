"""Publishers in Easy Read."""

from django.utils.translation import gettext as _

from candour.operations.publishers import Publishers
from candour.site.pages.easy import Part
from candour.site.pages.page import Page


def easy(page: Page) -> tuple[Part, ...]:
    """Who tells us what we know, and what to think of what is not told."""
    answer = page.answer
    assert isinstance(answer, Publishers)
    return (
        Part(
            question=_("Who tells us things?"),
            picture="speech",
            sentences=(
                _("Councils and others put facts on the internet."),
                _("We keep what they say. We do not change it."),
                _("%(number)s of them tell us about deals.") % {"number": len(answer.notices)},
            ),
        ),
        Part(
            question=_("Do they tell us all?"),
            picture="question",
            sentences=(
                _("No. Some tell us little."),
                _("Then we cannot say how good the care is."),
                _("The long page says what each one leaves out."),
            ),
        ),
    )
