from decimal import Decimal
from fractions import Fraction

import msgspec
import pytest
from hypothesis import given

from candour.costing.amounts import Money
from candour.costing.errors import CostingError
from candour.costing.fee_check import check_fee, lowest_fee
from candour.costing.home_care import direct_costs, home_care_hour
from candour.costing.pay_floor import pay_over_all_time

from .making import decimals, hour_of, hours

FLOOR = Money(Decimal("12.21"), "GBP")


def pounds(amount: str) -> Money:
    return Money(Decimal(amount), "GBP")


def test_the_number_that_decides():
    check = check_fee(pounds("20.10"), hour_of(), FLOOR)
    assert check.standing == "below the red line"
    assert check.decides.title == "other on-costs and mileage (red line)"
    assert (check.red_line.amount, check.decides.left.amount) == (Decimal("21.11"), Decimal("-1.01"))
    assert "Which assumption is different for you" in check.question
    assert [line.met for line in check.lines] == [True, True, True, False, False]


@pytest.mark.parametrize(
    ("fee", "standing"),
    [
        ("21.10", "below the red line"),
        ("21.11", "between the red line and the sustainability line"),
        ("29.30", "between the red line and the sustainability line"),
        ("29.31", "at or above the sustainability line"),
    ],
)
def test_a_penny_decides(fee, standing):
    check = check_fee(pounds(fee), hour_of(), FLOOR)
    assert check.standing == standing
    assert bool(check.question) == (standing == "below the red line")


def test_a_wage_above_the_floor_moves_the_sustainability_line_alone():
    at_floor, above = (check_fee(pounds("25"), hour_of(wage=wage), FLOOR) for wage in ("12.21", "13.45"))
    assert above.red_line == at_floor.red_line
    assert above.sustainability_line.amount == Decimal("32.15") > at_floor.sustainability_line.amount


def test_without_running_costs_the_red_line_can_still_be_said():
    hour = msgspec.structs.replace(hour_of(), running=None)
    check = check_fee(pounds("21.11"), hour, FLOOR)
    assert check.standing == "at or above the red line; the sustainability line is not computable"
    assert check.sustainability_line is None
    assert check.why_not.startswith("not computable, because running is not given")


@given(hours)
def test_the_lowest_fee_meets_every_line_and_a_penny_less_does_not(hour):
    floor = Money(hour.wage, "GBP")
    lowest = lowest_fee(hour, floor)
    assert check_fee(lowest, hour, floor).standing == "at or above the sustainability line"
    penny_less = check_fee(lowest.minus(pounds("0.01")), hour, floor) if lowest.amount else None
    assert penny_less is None or penny_less.standing != "at or above the sustainability line"


@given(hours, decimals("0", "200"), decimals("1", "20"))
def test_every_line_includes_those_before_it(hour, fee, floor):
    check = check_fee(Money(fee, "GBP"), hour, Money(floor, "GBP"))
    needed = [line.needed.amount for line in check.lines]
    assert needed == sorted(needed)
    at_floor = direct_costs(msgspec.structs.replace(hour, wage=floor)).exact
    assert 0 <= Fraction(check.red_line.amount) - at_floor < Fraction(1, 100)


def test_currencies_are_never_mixed():
    euros = Money(Decimal(20), "EUR")
    for wrong in (
        lambda: check_fee(euros, hour_of(), FLOOR),
        lambda: check_fee(pounds("20"), hour_of(), euros),
        lambda: lowest_fee(hour_of(), euros),
        lambda: euros.minus(FLOOR),
    ):
        with pytest.raises(CostingError, match=r"found amounts in (EUR and in GBP|GBP and in EUR)"):
            wrong()


def test_a_negative_fee_is_refused():
    with pytest.raises(CostingError, match="the fee: found -1, expected 0 or more"):
        check_fee(pounds("-1"), hour_of(), FLOOR)


def test_a_rate_above_the_floor_can_be_unlawful_pay():
    paid = pay_over_all_time(
        contact_rate=Decimal("12.60"),
        contact_minutes=Decimal(30),
        travel_rate=Decimal(0),
        travel_minutes=Decimal(6),
        own_expenses=Decimal(0),
        floor=Decimal("12.21"),
    )
    assert (paid.hourly, paid.meets) == (Decimal("10.50"), False)


@given(decimals("0", "30"), decimals("1", "120", 0), decimals("0", "30"), decimals("0", "60", 0), decimals("0", "5"))
def test_pay_over_all_time_minute_by_minute(contact_rate, contact, travel_rate, travel, expenses):
    paid = sum([Fraction(contact_rate) / 60] * int(contact) + [Fraction(travel_rate) / 60] * int(travel))
    found = pay_over_all_time(
        contact_rate=contact_rate,
        contact_minutes=contact,
        travel_rate=travel_rate,
        travel_minutes=travel,
        own_expenses=expenses,
        floor=Decimal(12),
    )
    assert found.exact == (paid - Fraction(expenses)) * 60 / int(contact + travel)
    assert found.meets == (found.exact >= 12)


def test_no_time_is_no_pay():
    nothing = dict.fromkeys(("contact_rate", "contact_minutes", "travel_rate", "travel_minutes", "floor"), Decimal(0))
    with pytest.raises(CostingError, match="some time worked"):
        pay_over_all_time(**nothing, own_expenses=Decimal(0))


def test_the_price_is_the_lowest_fee_rounded_to_the_nearest():
    priced = home_care_hour(hour_of())
    assert priced.price.amount <= priced.lowest_fee.amount
