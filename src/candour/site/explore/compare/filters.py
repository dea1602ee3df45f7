"""The form that changes which figures count."""

from collections.abc import Iterator
from typing import get_args

from django.utils.translation import gettext as _

from candour.care.contract_model import DEFINITIONS
from candour.compare.selection import Rating
from candour.operations.comparing.compared import Compared
from candour.site.components.asking import Asking
from candour.site.components.button.button import Button
from candour.site.components.checkboxes.checkboxes import Checkboxes
from candour.site.components.choice import Choice
from candour.site.components.date_field.date_field import DateField
from candour.site.components.field.field import Field
from candour.site.components.form.form import Form
from candour.site.components.radios.radios import Radios
from candour.site.components.select.select import Select
from candour.site.components.typed import Typed
from candour.site.explore.compare.asked import CompareAsked
from candour.site.pages.reading import Reading, address_of

OF_SORT = {
    "metric": ("care", "council", "model", "since", "until", "group", "standardise"),
    "indicator": ("care", "council", "model", "rating", "since", "until"),
    "council outcome": ("since", "until", "neighbours"),
}
"""What can be chosen where something is compared by this."""


def filters(found: Compared, reading: Reading[CompareAsked]) -> Form:
    """The form, with what is chosen already."""
    asked = reading.asked
    fields = tuple(_fields(found, asked))
    values = {name: (str(value),) for name, value in asked.model_dump(mode="json").items() if value is not None}
    form = Form(
        action=address_of("compare"),
        label=_("Change what counts"),
        kept=asked.kept(*(field.name for field in fields)),
        fields=fields,
        button=Button(_("Compare again")),
    )
    return form.filled(Typed(values))


def _fields(found: Compared, asked: CompareAsked) -> Iterator[Asking]:
    assert found.sort is not None
    names = OF_SORT[found.sort]
    if "care" in names:
        yield _care()
    if "council" in names and asked.kind in ("providers", "contract-models"):
        yield Field(name="council", label=_("Only what one council buys"), hint=_("Its name or code."), width="20")
    if "model" in names and asked.kind != "contract-models":
        models = tuple(Choice(model, model) for model in DEFINITIONS)
        yield Select(name="model", label=_("Only one contract model"), choices=models, none=_("any"))
    if "rating" in names and asked.kind == "providers":
        ratings = tuple(Choice(one, one) for one in get_args(Rating))
        yield Select(
            name="rating", label=_("Only providers with this rating"), choices=ratings, none=_("any rating, or none")
        )
    yield DateField(name="since", label=_("From this day on"), hint=_("For example 1 4 2024."))
    yield DateField(name="until", label=_("Before this day"), hint=_("For example 1 4 2025."))
    if "group" in names and found.breakdowns:
        groups = tuple(Choice(one, one.replace("=", ": ")) for one in found.breakdowns)
        yield Select(name="group", label=_("Only these people"), choices=groups, none=_("everybody"))
    if "standardise" in names and (mixes := _dimensions(found)):
        choices = tuple(Choice(one, one) for one in mixes)
        yield Select(
            name="standardise",
            label=_("As if all supported the same people"),
            hint=_("People with greater needs have other results, and nobody did better or worse."),
            choices=choices,
            none=_("as published"),
        )
    if "neighbours" in names and asked.kind == "councils":
        beside = Choice("yes", _("Put the councils beside it that are most like it"))
        yield Checkboxes(name="neighbours", label=_("Councils in a like position"), choices=(beside,))


def _care() -> Radios:
    return Radios(
        name="care",
        label=_("What counts as social care"),
        choices=(
            Choice("yes", _("Only what surely is")),
            Choice("perhaps", _("Also what may be")),
            Choice("any", _("Anything that is bought")),
        ),
    )


def _dimensions(found: Compared) -> list[str]:
    alone = (one for one in found.breakdowns if ";" not in one)
    return sorted({one.partition("=")[0] for one in alone})
