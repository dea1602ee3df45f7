from decimal import Decimal
from fractions import Fraction

import msgspec
import pytest

from candour.costing.assumptions import CareHomeWeek, assumptions
from candour.costing.care_home import care_home_week, direct_week

from .making import GIVEN

HOME_CARE_ONLY = ("wage", "visit_minutes", "travel_minutes", "miles", "mileage_rate")
WEEK = {name: value for name, value in GIVEN.items() if name not in HOME_CARE_ONLY} | {
    "care_hours": "22",
    "care_wage": "12.21",
    "nursing_hours": "0",
    "nursing_wage": "21",
    "support_hours": "8",
    "support_wage": "12.21",
    "supplies": "120",
    "premises": "180",
    "occupancy": "90%",
}


def week_of(**changed):
    return assumptions(CareHomeWeek, WEEK | changed, "GBP")


def test_a_week_by_hand():
    week = week_of(ni_rate="0", pension_rate="0", holiday_weeks="0", other_on_costs="0", running="100", surplus="20")
    pay = 22 * Fraction("12.21") + 8 * Fraction("12.21")
    assert care_home_week(week).exact == pay + 120 + 200 + 100 + 20
    assert care_home_week(week).price.amount == Decimal("806.30")


def test_an_empty_place_is_paid_by_the_residents_of_the_others():
    premises = {each: direct_week(week_of(occupancy=each)).parts[-1].exact for each in ("100%", "50%")}
    assert premises == {"100%": 180, "50%": 360}


def test_one_kind_of_staff_can_be_counted_as_two():
    """Hours at one wage cost the same whoever is said to give them."""
    moved = week_of(care_hours="30", support_hours="0")
    assert care_home_week(moved).exact == care_home_week(week_of()).exact


@pytest.mark.parametrize("name", ["care_hours", "care_wage", "supplies", "premises", "ni_rate"])
def test_more_never_costs_less(name):
    week = week_of()
    dearer = msgspec.structs.replace(week, **{name: getattr(week, name) + Decimal("0.1")})
    assert care_home_week(dearer).exact > care_home_week(week).exact


def test_the_parts_add_up():
    priced = care_home_week(week_of())
    assert sum(priced.amounts()) == priced.price.amount
    assert sum(priced.shares()) == 100
