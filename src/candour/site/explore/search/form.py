"""The forms of a search: the box, and what narrows it down."""

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from candour.care import contract_model, service_type
from candour.site.components.asking import Asking
from candour.site.components.button.button import Button
from candour.site.components.choice import Choice
from candour.site.components.date_field.date_field import DateField
from candour.site.components.field.field import Field
from candour.site.components.form.form import Form
from candour.site.components.radios.radios import Radios
from candour.site.components.select.select import Select
from candour.site.components.typed import Typed
from candour.site.explore.search.asked import SearchAsked
from candour.site.pages.reading import Reading, address_of


def box(asked: SearchAsked | None = None) -> Form:
    """The one box; what a search is narrowed down to stays."""
    kept = asked.model_copy(update={"q": "", "after": None, "providers_after": None}).query() if asked else {}
    return Form(
        action=address_of("search"),
        label=_("Search"),
        search=True,
        fields=(_words(asked.q if asked else ""),),
        kept=tuple((name, str(value)) for name, value in kept.items()),
        button=Button(_("Search")),
    )


def narrowing(asked: SearchAsked) -> Form:
    """What narrows down the contracts; the words stay."""
    form = Form(
        action=address_of("search"),
        label=_("Narrow it down"),
        fields=_choices(),
        kept=(("q", asked.q),) if asked.q else (),
        button=Button(_("Show these contracts")),
    )
    values = {name: (str(value),) for name, value in asked.model_dump(mode="json").items() if value is not None}
    return form.filled(Typed(values))


def whole_form(_reading: Reading[Any]) -> Form:
    """Both in one, shown where an answer is wrong."""
    return Form(
        action=address_of("search"),
        label=_("Search"),
        search=True,
        fields=(_words(""), *_choices()),
        button=Button(_("Search")),
    )


def _words(typed: str) -> Field:
    return Field(
        name="q",
        label=_("Postcode, place, provider, contract, number or words"),
        hint=_("For example: a postcode, “home care”, a provider's name, a company number"),
        value=typed,
        mode="search",
    )


def _choices() -> tuple[Asking, ...]:
    return (
        Select(
            name="service",
            label=_("Kind of care"),
            none=_("Any kind"),
            choices=tuple(Choice(name, known.title) for name, known in service_type.DEFINITIONS.items()),
        ),
        Field(name="council", label=_("Council that buys"), hint=_("Its full name, or its GSS code"), width="20"),
        Select(
            name="model",
            label=_("Contract model"),
            hint=_("How the care is bought"),
            none=_("Any model"),
            choices=tuple(Choice(name, known.title) for name, known in contract_model.DEFINITIONS.items()),
        ),
        Select(name="stage", label=_("How far it is"), none=_("Any stage"), choices=_stages()),
        Radios(
            name="care",
            label=_("Is it social care?"),
            choices=(
                Choice("yes", _("Surely")),
                Choice("perhaps", _("Surely or perhaps")),
                Choice("any", _("Any contract")),
            ),
            value="perhaps",
        ),
        DateField(name="since", label=_("Last heard of since"), hint=_("For example, 27 3 2026")),
        DateField(name="until", label=_("Last heard of before"), hint=_("For example, 27 3 2026")),
    )


def chosen_in_words(asked: SearchAsked) -> str:
    """What narrows a search down, as somebody would say it; empty where nothing does."""
    care = {"yes": _("surely social care"), "any": _("social care or not")}
    models, kinds = contract_model.DEFINITIONS, service_type.DEFINITIONS
    said = (
        kinds[asked.service].title if asked.service in kinds else asked.service,
        asked.council,
        models[asked.model].title if asked.model in models else asked.model,
        stage_words().get(asked.stage or ""),
        care.get(asked.care),
        _("heard of since %(day)s") % {"day": date_format(asked.since, "j F Y")} if asked.since else None,
        _("last heard of before %(day)s") % {"day": date_format(asked.until, "j F Y")} if asked.until else None,
    )
    return ", ".join(filter(None, said))


def _stages() -> tuple[Choice, ...]:
    return tuple(Choice(value, text) for value, text in stage_words().items())


def stage_words() -> dict[str, str]:
    """What each stage of a process is called."""
    return {
        "planning": _("Being planned"),
        "tender": _("Open to bids, or being decided"),
        "award": _("Awarded"),
        "contract": _("Contract signed"),
        "implementation": _("Under way, with reports"),
    }
