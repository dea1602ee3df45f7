"""What is asked of the calculator: a nation, a year, a fee, a council, and every assumption by its name."""

from typing import Any, Literal, get_args

from django.utils.translation import gettext as _
from pydantic import Field as Described

from candour.costing.assumptions import NAMES, CareHomeWeek, HomeCareHour
from candour.costing.parameters import Nation, years
from candour.operations.cost_request import CostRequest, Of
from candour.site.components.asking import Asking
from candour.site.components.button.button import Button
from candour.site.components.choice import Choice
from candour.site.components.field.field import Field
from candour.site.components.form.form import Form
from candour.site.components.select.select import Select
from candour.site.pages.asked import Asked
from candour.site.pages.reading import Reading, address_of

NEWEST = max(years())
EXAMPLES: dict[Of, dict[str, str]] = {
    "home-care-hour": {
        "visit_minutes": "30",
        "travel_minutes": "6",
        "miles": "2",
        "weekly_hours": "30",
        "other_on_costs": "5%",
        "running": "25%",
        "surplus": "3%",
    },
    "care-home-week": {
        "care_hours": "22",
        "care_wage": "12.71",
        "nursing_hours": "0",
        "nursing_wage": "21",
        "support_hours": "8",
        "support_wage": "12.71",
        "supplies": "120",
        "premises": "180",
        "occupancy": "90%",
        "weekly_hours": "35",
        "other_on_costs": "5%",
        "running": "100",
        "surplus": "20",
    },
}
"""Made up to begin with, and said to be so: an assumption that nobody typed is one of these or the law's figure."""
KINDS: dict[Of, type[HomeCareHour] | type[CareHomeWeek]] = {
    "home-care-hour": HomeCareHour,
    "care-home-week": CareHomeWeek,
}
OFFERED = ("wage", "mileage_rate")
"""Figures of the law or of a publisher that are asked all the same: many pay more."""


def _assumption(name: str) -> Any:
    named = NAMES[name]
    return Described("", max_length=24, description=f"{named.meaning} ({named.unit}).")


class CostAsked(Asked):
    """Amounts are text as written, so that none passes through binary floating point."""

    of: Literal["home-care-hour", "care-home-week"] = Described("home-care-hour", description="What is costed.")
    nation: Nation = Described("england", description="Whose law counts.")
    year: str = Described(NEWEST, max_length=7, description="The financial year, such as 2025-26.")
    council: str = Described("", max_length=200, description="A council whose fees are shown, and held against this.")
    fee: str = Described("", max_length=24, description="A fee for an hour, to be held against its costs.")
    wage: str = _assumption("wage")
    visit_minutes: str = _assumption("visit_minutes")
    travel_minutes: str = _assumption("travel_minutes")
    miles: str = _assumption("miles")
    mileage_rate: str = _assumption("mileage_rate")
    care_hours: str = _assumption("care_hours")
    care_wage: str = _assumption("care_wage")
    nursing_hours: str = _assumption("nursing_hours")
    nursing_wage: str = _assumption("nursing_wage")
    support_hours: str = _assumption("support_hours")
    support_wage: str = _assumption("support_wage")
    supplies: str = _assumption("supplies")
    premises: str = _assumption("premises")
    occupancy: str = _assumption("occupancy")
    weekly_hours: str = _assumption("weekly_hours")
    holiday_weeks: str = _assumption("holiday_weeks")
    ni_rate: str = _assumption("ni_rate")
    ni_threshold: str = _assumption("ni_threshold")
    pension_rate: str = _assumption("pension_rate")
    pension_trigger: str = _assumption("pension_trigger")
    pension_lower: str = _assumption("pension_lower")
    pension_upper: str = _assumption("pension_upper")
    other_on_costs: str = _assumption("other_on_costs")
    running: str = _assumption("running")
    surplus: str = _assumption("surplus")

    def query(self) -> dict[str, Any]:
        """With every example: a calculation keeps its address when our examples change."""
        whole = {"of": self.of, "nation": self.nation, "year": self.year, "council": self.council, "fee": self.fee}
        return {name: value for name, value in (whole | self.assumptions).items() if value}

    @property
    def typed(self) -> dict[str, str]:
        """The assumptions that somebody typed."""
        return {name: value for name in names_of(self.of) if (value := getattr(self, name))}

    @property
    def assumptions(self) -> dict[str, str]:
        """Those, and our examples for the rest that no law fills in."""
        return EXAMPLES[self.of] | self.typed

    @property
    def request(self) -> CostRequest:
        """As the operation takes it."""
        return CostRequest(
            of=self.of, nation=self.nation, year=self.year, fee=self.fee or None, assumptions=self.assumptions
        )


def complete_years() -> list[str]:
    """The years of which every figure of the law is known that an hour needs."""
    needed = {"pay_floor", *HomeCareHour.__struct_fields__}
    return [
        name
        for name, year in years().items()
        if all(one.value is not None for one in year.figures if one.name in needed)
    ]


def names_of(of: Of) -> list[str]:
    """The assumptions of a kind, in the order in which they are asked."""
    return [name for name in NAMES if name in KINDS[of].__struct_fields__]


def form(reading: Reading[CostAsked]) -> Form:
    """Asks for what is costed; figures of the law are asked where somebody has typed one."""
    asked = reading.asked
    return Form(
        action=address_of("cost"),
        label=_("Work out a cost"),
        fields=(*_where(asked), *(_field(name, asked) for name in names_of(asked.of) if _is_asked(name, asked))),
        kept=(("of", asked.of),) if asked.of != "home-care-hour" else (),
        button=Button(_("Work it out")),
    )


def nation_in_words(nation: Nation) -> str:
    """Its name."""
    return {
        "england": _("England"),
        "scotland": _("Scotland"),
        "wales": _("Wales"),
        "northern-ireland": _("Northern Ireland"),
    }[nation]


def _where(asked: CostAsked) -> list[Asking]:
    fields: list[Asking] = [
        Select(
            name="nation",
            label=_("Where?"),
            choices=tuple(Choice(one, nation_in_words(one)) for one in get_args(Nation)),
            value="england",
        ),
        Select(
            name="year",
            label=_("Which year?"),
            hint=_("From April to March"),
            choices=tuple(Choice(one, one) for one in sorted(complete_years(), reverse=True)),
            value=NEWEST,
        ),
    ]
    if asked.of == "home-care-hour":
        fields += [
            Field(name="fee", label=_("What is paid for an hour?"), hint=_("If you know it"), prefix="£", width="5"),
            Field(
                name="council",
                label=_("Which council?"),
                hint=_("Its name, or a postcode there. We then show what it is said to pay."),
                width="20",
            ),
        ]
    return fields


def _is_asked(name: str, asked: CostAsked) -> bool:
    return name in EXAMPLES[asked.of] or name in OFFERED or bool(getattr(asked, name))


def _field(name: str, asked: CostAsked) -> Field:
    example = EXAMPLES[asked.of].get(name, "")
    unit = unit_in_words(NAMES[name].unit)
    if example:
        hint = _("%(unit)s, such as %(example)s") % {"unit": unit, "example": example}
    else:
        hint = _("%(unit)s; leave it empty for the published figure") % {"unit": unit}
    return Field(name=name, label=meaning(name), hint=hint, width="5", value=example)


def unit_in_words(unit: str) -> str:
    """What an answer is in."""
    return {
        "money an hour": _("£ an hour"),
        "money a mile": _("£ a mile"),
        "money a week": _("£ a week"),
        "money a year": _("£ a year"),
        "share, 0-1": _("a share"),
        "money or % of price": _("£, or a share of the price"),
    }.get(unit, unit)


def meaning(name: str) -> str:
    """What an assumption means, in plain words."""
    said = {
        "wage": _("What is a care worker paid for an hour?"),
        "visit_minutes": _("How long is a visit?"),
        "travel_minutes": _("How long is the way to the next visit?"),
        "miles": _("How many miles is it?"),
        "mileage_rate": _("What is a worker paid back for a mile?"),
        "care_hours": _("Hours of care workers for one person"),
        "care_wage": _("What is a care worker paid for an hour?"),
        "nursing_hours": _("Hours of nurses for one person"),
        "nursing_wage": _("What is a nurse paid for an hour?"),
        "support_hours": _("Hours of cooks, cleaners and others for one person"),
        "support_wage": _("What are they paid for an hour?"),
        "supplies": _("Food, energy and supplies for one person"),
        "premises": _("The building, for each place, empty or not"),
        "occupancy": _("How many of the places are lived in?"),
        "weekly_hours": _("How many hours a week is one worker paid for?"),
        "other_on_costs": _("Sick pay, training and the like, on top of pay"),
        "running": _("What does it cost to run the service?"),
        "surplus": _("What is left over as surplus or profit?"),
    }
    return said.get(name) or NAMES[name].meaning
