"""An award in Easy Read."""

from django.utils.translation import gettext as _

from candour.operations.awarded.view import Awarded
from candour.site.pages.easy import Part
from candour.site.pages.page import Page


def easy(page: Page) -> tuple[Part, ...]:
    """How somebody was chosen, and whether the sums are right."""
    answer = page.answer
    assert isinstance(answer, Awarded)
    again = answer.lot.recomputed is not None
    return (
        Part(
            question=_("What happened here?"),
            picture="people",
            sentences=(
                _("Some groups wanted to give this care."),
                _("A council had to choose."),
                _("It gave points to each. Who has most points gets the work."),
            ),
        ),
        Part(
            question=_("Did the council add up the points right?"),
            picture="scales",
            sentences=(
                _("We did the sums again. The long page shows what came out.")
                if again
                else _("We cannot do the sums again. Not all points were made public."),
            ),
        ),
        Part(
            question=_("What can I do?"),
            picture="speech",
            sentences=(_("You can ask the council why it chose them."),),
        ),
    )
