"""What the page of lessons is asked: words, and a kind of care."""

from typing import Annotated, Any

from django.utils.translation import gettext as _
from pydantic import AfterValidator, Field

from candour.care import service_type
from candour.site.components.button.button import Button
from candour.site.components.choice import Choice
from candour.site.components.field.field import Field as Typing
from candour.site.components.form.form import Form
from candour.site.components.select.select import Select
from candour.site.pages.asked import Asked
from candour.site.pages.faults import AnswerError
from candour.site.pages.reading import Reading, address_of

_LETTERS = 200
"""More of what is typed is left unread."""


def _read(text: str) -> str:
    return " ".join(text[:_LETTERS].split())


class LessonsAsked(Asked):
    """Words, and a kind of care."""

    q: Annotated[str, AfterValidator(_read)] = Field("", description="Words that have to be in them, all of them.")
    care: str | None = Field(None, description="Kind of care, such as `home care`.")


def care_of(asked: LessonsAsked) -> str | None:
    """The kind of care that is asked for. Raises AnswerError where there is none of that name."""
    if asked.care is not None and asked.care not in service_type.DEFINITIONS:
        raise AnswerError("care", _("Choose a kind of care from the list"))
    return asked.care


def form(_reading: Reading[Any]) -> Form:
    """The form that asks for it."""
    return Form(
        action=address_of("lessons"),
        label=_("Find lessons"),
        fields=(
            Typing(
                name="q",
                label=_("Words"),
                hint=_("For example: rota, late visits, or the name of a council"),
                mode="search",
                width="20",
            ),
            Select(
                name="care",
                label=_("Kind of care"),
                none=_("Any kind"),
                choices=tuple(Choice(name, known.title) for name, known in service_type.DEFINITIONS.items()),
            ),
        ),
        button=Button(_("Show these")),
    )
