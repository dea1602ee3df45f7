"""What an hour of care costs, in Easy Read."""

from django.utils.translation import gettext as _

from candour.site.components.figure.figure import Figure
from candour.site.pages.easy import Part, in_short
from candour.site.pages.page import Page


def easy(page: Page) -> tuple[Part, ...]:
    """What is paid for, and the figures of the page one by one."""
    # The body is made in the module that imports this one.
    figures: tuple[Figure, ...] = page.body.figures  # type: ignore[attr-defined]
    return (
        Part(
            question=_("What is the money for?"),
            picture="money",
            sentences=(
                _("A care worker comes to your home."),
                _("Somebody pays for that hour."),
                _("Some of the money is pay. Some is for the way, for training and for the office."),
            ),
        ),
        *(Part(question=one.sentence, picture="people", sentences=in_short(one)[1:]) for one in figures),
        Part(
            question=_("Are these numbers real?"),
            picture="question",
            sentences=(
                _("Some numbers are the law. Some are a guess of ours."),
                _("On the long page you can put in other numbers."),
            ),
        ),
    )
