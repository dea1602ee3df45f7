"""Lessons in Easy Read."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candour.operations.lessons import Lessons
from candour.site.pages.easy import Part
from candour.site.pages.page import Page


def easy(page: Page) -> tuple[Part, ...]:
    """What a lesson is, how many there are, and what became of what people asked for."""
    answer = page.answer
    assert isinstance(answer, Lessons)
    asked = sum(answer.outcomes.values())
    return (
        Part(
            question=_("What is a lesson?"),
            picture="light",
            sentences=(
                _("Sometimes care goes well. Sometimes it goes wrong."),
                _("People write down why. That is a lesson. Others can learn from it."),
                ngettext("There is %(number)s lesson here.", "There are %(number)s lessons here.", answer.found)
                % {"number": answer.found},
            ),
        ),
        Part(
            question=_("What did people ask for?"),
            picture="speech",
            sentences=(
                _("People were asked what should change."),
                ngettext("They asked for %(number)s thing.", "They asked for %(number)s things.", asked)
                % {"number": asked},
                _("The long page says what became of each."),
            ),
        ),
    )
