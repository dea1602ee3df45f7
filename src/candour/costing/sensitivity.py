"""What one minute, one mile or one per cent more changes in the price."""

from dataclasses import dataclass
from decimal import Decimal

import msgspec

from candour.costing.amounts import rounded
from candour.costing.assumptions import HomeCareHour
from candour.costing.home_care import home_care_hour

STEP = Decimal("0.0001")
"""Changes are shown to a hundredth of a penny."""


@dataclass(frozen=True, slots=True)
class Change:
    """One assumption changed by a small step, and by how much the price of a contact hour then rises or falls."""

    assumption: str
    step: str
    price_changes_by: Decimal


def sensitivity(hour: HomeCareHour) -> tuple[Change, ...]:
    """The price's answer to a step in each of its assumptions, all others unchanged.

    Raises:
        CostingError: running costs or surplus are not known.
    """
    per_cent = Decimal("0.01")
    steps: list[tuple[str, str, Decimal]] = [
        ("travel_minutes", "one minute more for each visit", hour.travel_minutes + 1),
        ("visit_minutes", "visits one minute longer", hour.visit_minutes + 1),
        ("miles", "one mile more for each visit", hour.miles + 1),
        ("wage", "one per cent more", hour.wage * (1 + per_cent)),
        ("mileage_rate", "one per cent more", hour.mileage_rate * (1 + per_cent)),
        ("ni_rate", "one percentage point more", hour.ni_rate + per_cent),
        ("pension_rate", "one percentage point more", hour.pension_rate + per_cent),
        ("other_on_costs", "one percentage point more", hour.other_on_costs + per_cent),
    ]
    before = home_care_hour(hour).exact
    return tuple(
        Change(
            name, step, rounded(home_care_hour(msgspec.structs.replace(hour, **{name: value})).exact - before, STEP)
        )
        for name, step, value in steps
    )
