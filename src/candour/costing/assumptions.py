"""What a cost is computed from: every assumption by name, with its unit and its bounds. None has a silent value."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

import msgspec

from candour.costing.amounts import number
from candour.costing.errors import CostingError


class Charge(msgspec.Struct, frozen=True):
    """What is added to the direct costs: an amount for each unit sold, or a share (0-1) of the price."""

    amount: Decimal = Decimal(0)
    share_of_price: Decimal = Decimal(0)


class Named(msgspec.Struct, frozen=True):
    """What an assumption means; `most` bounds it, and it is above 0 where `above_zero`."""

    meaning: str
    unit: str
    most: Decimal = Decimal("1e9")
    above_zero: bool = False


class Employment(msgspec.Struct, frozen=True, kw_only=True):
    """What an employer pays on top of wages, by law and by custom. The thresholds are money a year of one worker."""

    weekly_hours: Decimal
    holiday_weeks: Decimal
    ni_rate: Decimal
    ni_threshold: Decimal
    pension_rate: Decimal
    pension_trigger: Decimal
    pension_lower: Decimal
    pension_upper: Decimal
    other_on_costs: Decimal


class HomeCareHour(Employment, frozen=True, kw_only=True):
    """An hour of contact with the people supported. `running` and `surplus` may be unknown, and are then no zero."""

    currency: str
    wage: Decimal
    visit_minutes: Decimal
    travel_minutes: Decimal
    miles: Decimal
    mileage_rate: Decimal
    running: Charge | None
    surplus: Charge | None


class CareHomeWeek(Employment, frozen=True, kw_only=True):
    """A week of one resident in a care home."""

    currency: str
    care_hours: Decimal
    care_wage: Decimal
    nursing_hours: Decimal
    nursing_wage: Decimal
    support_hours: Decimal
    support_wage: Decimal
    supplies: Decimal
    premises: Decimal
    occupancy: Decimal
    running: Charge | None
    surplus: Charge | None


_SHARE = Decimal(1)
_DAY = Decimal(1440)
_WEEK = Decimal(168)

NAMES = {
    "wage": Named("Pay for an hour of work, the same for contact and for travel", "money an hour", above_zero=True),
    "visit_minutes": Named("Length of a visit", "minutes", _DAY, above_zero=True),
    "travel_minutes": Named("Travel between two visits, for each visit", "minutes", _DAY),
    "miles": Named("Miles between two visits, for each visit", "miles", Decimal(1000)),
    "mileage_rate": Named("What the worker is paid back for a mile", "money a mile"),
    "care_hours": Named("Hours of care workers for one resident", "hours a week", _WEEK),
    "care_wage": Named("Pay of a care worker", "money an hour"),
    "nursing_hours": Named("Hours of nurses for one resident", "hours a week", _WEEK),
    "nursing_wage": Named("Pay of a nurse", "money an hour"),
    "support_hours": Named("Hours of cooks, cleaners and others for one resident", "hours a week", _WEEK),
    "support_wage": Named("Pay of cooks, cleaners and others", "money an hour"),
    "supplies": Named("Food, energy and supplies for one resident", "money a week"),
    "premises": Named("Building, repairs and return on capital, for each place, occupied or not", "money a week"),
    "occupancy": Named("Share of the places that are occupied", "share, 0-1", _SHARE, above_zero=True),
    "weekly_hours": Named(
        "Paid hours of one worker, on which the thresholds bite", "hours a week", _WEEK, above_zero=True
    ),
    "holiday_weeks": Named("Paid holiday", "weeks a year", Decimal(51)),
    "ni_rate": Named("Employer's National Insurance, on pay above the threshold", "share, 0-1", _SHARE),
    "ni_threshold": Named("Pay up to which an employer owes no National Insurance", "money a year"),
    "pension_rate": Named("Employer's pension contribution, on qualifying pay", "share, 0-1", _SHARE),
    "pension_trigger": Named("Pay from which a worker must be enrolled in a pension", "money a year"),
    "pension_lower": Named("Pay above which the pension is reckoned", "money a year"),
    "pension_upper": Named("Pay up to which the pension is reckoned", "money a year"),
    "other_on_costs": Named("Sick pay, training time and the like, as a share of pay", "share, 0-1", _SHARE),
    "running": Named("Running the service: 5.20 is money, 25% a share of the price", "money or % of price"),
    "surplus": Named("Surplus or profit: 0.60 is money, 3% a share of the price", "money or % of price"),
}
"""Every assumption by name, in the order in which people are asked."""

OPTIONAL = frozenset({"running", "surplus"})
"""Without them there is no price; whether a fee meets the lawful costs can still be said."""

A = TypeVar("A", HomeCareHour, CareHomeWeek)


def assumptions(kind: type[A], given: Mapping[str, str], currency: str) -> A:
    """The assumptions of this kind from what was given by name, as text.

    Raises:
        CostingError: names are unknown or missing (all are named), or a value is out of its bounds.
    """
    known = [field for field in kind.__struct_fields__ if field != "currency"]
    asked = [name for name in NAMES if name in known]
    if unknown := sorted(set(given) - set(known)):
        raise CostingError(f"found {', '.join(unknown)}, expected only {', '.join(asked)}; mend the names")
    if missing := [name for name in asked if name not in given and name not in OPTIONAL]:
        raise CostingError(
            f"not computable, because {', '.join(missing)} {'is' if len(missing) == 1 else 'are'} not given, and "
            f"what is missing is not zero; say each, such as --set {missing[0]}=…"
        )
    values: dict[str, object] = {name: _value(name, text) for name, text in given.items()}
    made = kind(currency=currency, **dict.fromkeys(OPTIONAL) | values)  # type: ignore[arg-type]
    if _taken(made.running) + _taken(made.surplus) >= 1:
        raise CostingError("running and surplus take 100% of the price or more; expected less: lower one of them")
    return made


def _value(name: str, text: str) -> Decimal | Charge:
    found = number(name, text)
    named = NAMES[name]
    if found < 0 or found > named.most or (named.above_zero and not found):
        least = "above 0" if named.above_zero else "0"
        raise CostingError(f"{name}: found {text}, expected {least} to {named.most.normalize():f} ({named.unit})")
    if name not in OPTIONAL:
        return found
    return Charge(share_of_price=found) if text.strip().endswith("%") else Charge(amount=found)


def _taken(charge: Charge | None) -> Fraction:
    return Fraction(charge.share_of_price) if charge else Fraction()
