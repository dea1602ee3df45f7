"""An hour of home care as others have published it, part by part."""

from fractions import Fraction

from candour.costing.breakdown import Breakdown, Group, Part
from candour.costing.home_care import UNIT
from candour.costing.parameters import Parameters

_PARTS: tuple[tuple[str, Group], ...] = (
    ("published_contact_pay", "pay"),
    ("published_travel_pay", "pay"),
    ("published_ni_and_pension", "on-costs"),
    ("published_other_on_costs", "on-costs"),
    ("published_mileage", "expenses"),
    ("published_running", "running"),
    ("published_surplus", "surplus"),
)


def has_published_hour(known: Parameters) -> bool:
    """Whether an hour of this nation and year was published part by part."""
    return all(name in known.figures for name, _ in _PARTS)


def published_hour(known: Parameters) -> Breakdown:
    """The published hour.

    Raises:
        CostingError: it was not published part by part, or a part is missing.
    """
    figures = [(known.figure(name), group) for name, group in _PARTS]
    parts = tuple(Part(one.name, one.title, group, Fraction(one.amount)) for one, group in figures)
    return Breakdown(parts, known.year.currency, UNIT)


def travel_minutes_implied(hour: Breakdown) -> Fraction:
    """Minutes of travel for each contact hour that pay for travel stands for, at the rate of contact time."""
    exact = {part.id: part.exact for part in hour.parts}
    return exact["published_travel_pay"] / exact["published_contact_pay"] * 60
