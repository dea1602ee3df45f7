from decimal import Decimal
from fractions import Fraction

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.costing.amounts import rounded
from candour.costing.assumptions import HomeCareHour, assumptions
from candour.costing.errors import CostingError
from candour.costing.home_care import (
    cost_of_a_visit,
    direct_costs,
    home_care_hour,
    travel_minutes_per_contact_hour,
)
from candour.costing.sensitivity import sensitivity
from candour.costing.worker_share import worker_share

from .making import GIVEN, WORKED_EXAMPLE, decimals, hour_of, hours, year_by_year

replace = msgspec.structs.replace
RISING = ("wage", "travel_minutes", "miles", "mileage_rate", "ni_rate", "pension_rate", "other_on_costs")
MONEY = ("wage", "mileage_rate", "ni_threshold", "pension_trigger", "pension_lower", "pension_upper")


def test_the_worked_example_of_a_half_hour_visit():
    hour = assumptions(HomeCareHour, WORKED_EXAMPLE, "GBP")
    assert rounded(cost_of_a_visit(hour), Decimal("0.0001")) == Decimal("17.1667")
    assert rounded(direct_costs(hour).exact) == Decimal("34.33")
    assert home_care_hour(hour).price.amount == Decimal("49.05")
    assert home_care_hour(hour).exact == Fraction(1030, 21)


def test_travel_for_a_contact_hour():
    assert travel_minutes_per_contact_hour(Decimal(30), Decimal(10)) == 20
    assert travel_minutes_per_contact_hour(Decimal(15), Decimal(10)) == 40


def test_what_the_worker_keeps_has_a_denominator():
    kept = worker_share(Decimal("0.175"), Decimal("0.075"))
    assert kept == Fraction(37, 47)
    assert rounded(kept * 100, Decimal("0.1")) == Decimal("78.7")
    with pytest.raises(CostingError, match="expected 0 or more"):
        worker_share(Decimal("0.1"), Decimal("1.1"))


@given(hours)
def test_it_is_what_a_year_of_one_worker_comes_to(hour):
    assert {part.id: part.exact for part in direct_costs(hour).parts} == year_by_year(hour)


@given(hours)
def test_the_parts_add_up_to_the_whole(hour):
    priced = home_care_hour(hour)
    assert priced.exact == sum(part.exact for part in priced.parts)
    assert sum(priced.amounts()) == priced.price.amount
    assert sum(priced.shares()) == Decimal("100.00")
    assert 0 <= Fraction(priced.lowest_fee.amount) - priced.exact < Fraction(1, 100)
    assert all(part.exact >= 0 for part in priced.parts)


@given(hours, st.sampled_from(RISING), decimals("0.01", "0.5"))
def test_more_of_anything_paid_never_costs_less(hour, name, more):
    dearer = replace(hour, **{name: getattr(hour, name) + more})
    assert home_care_hour(dearer).exact >= home_care_hour(hour).exact


@given(hours, decimals("1", "30", 0))
def test_longer_visits_never_cost_more_an_hour(hour, minutes):
    longer = replace(hour, visit_minutes=hour.visit_minutes + minutes)
    assert home_care_hour(longer).exact <= home_care_hour(hour).exact


@given(hours, decimals("0.1", "100"))
def test_the_scale_of_the_currency_changes_no_share(hour, scale):
    scaled = replace(
        hour,
        **{name: getattr(hour, name) * scale for name in MONEY},
        running=replace(hour.running, amount=hour.running.amount * scale),
        surplus=replace(hour.surplus, amount=hour.surplus.amount * scale),
    )
    assert home_care_hour(scaled).exact == home_care_hour(hour).exact * Fraction(scale)
    assert home_care_hour(scaled).shares() == home_care_hour(hour).shares()


def test_what_a_step_changes():
    changes = {change.assumption: change.price_changes_by for change in sensitivity(hour_of())}
    assert changes["miles"] == Decimal("1.2500")  # two visits an hour at 45p, with 28% of the price on top
    assert changes["visit_minutes"] < 0 < changes["travel_minutes"]
    by_hand = home_care_hour(hour_of(travel_minutes="7")).exact - home_care_hour(hour_of()).exact
    assert abs(Fraction(changes["travel_minutes"]) - by_hand) <= Fraction(1, 20000)


@pytest.mark.parametrize("missing", ["visit_minutes", "wage", "other_on_costs"])
def test_what_is_missing_is_asked_for_by_name(missing):
    given = {name: value for name, value in GIVEN.items() if name != missing}
    with pytest.raises(CostingError, match=f"because {missing} is not given, and what is missing is not zero"):
        assumptions(HomeCareHour, given, "GBP")


def test_a_price_needs_running_costs_and_surplus():
    given = {name: value for name, value in GIVEN.items() if name != "running"}
    hour = assumptions(HomeCareHour, given, "GBP")
    assert direct_costs(hour).exact > 0
    with pytest.raises(CostingError, match="not computable, because running is not given"):
        home_care_hour(hour)


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("wage", "-1", "expected above 0"),
        ("visit_minutes", "0", "expected above 0 to 1440"),
        ("wage", "NaN", "number of ordinary size"),
        ("wage", "1e999999", "number of ordinary size"),
        ("wage", "twelve", "expected a number such as"),
        ("ni_rate", "150%", "expected 0 to 1"),
        ("running", "97%", "100% of the price or more"),
        ("wages", "12", "found wages, expected only wage"),
    ],
)
def test_bad_input_is_named(name, value, words):
    with pytest.raises(CostingError, match=words):
        hour_of(**{name: value})
