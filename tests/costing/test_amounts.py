from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.costing.amounts import PENNY, apportioned, number, rounded, rounded_up
from candour.costing.errors import CostingError

parts = st.lists(st.fractions(0, 1000, max_denominator=997), min_size=1, max_size=12).filter(any)


def one_by_one(exact, whole):
    """The largest remainder again: pennies handed out singly to whoever is owed most, the earlier one first."""
    due = [part / sum(exact) * Fraction(whole) for part in exact]
    given_ = [Fraction(int(part * 100), 100) for part in due]
    while sum(given_) < Fraction(whole):
        owed = [mine - has for mine, has in zip(due, given_, strict=True)]
        given_[owed.index(max(owed))] += Fraction(1, 100)
    return given_


@given(parts, st.integers(1, 100_000).map(lambda pence: pence * PENNY))
def test_parts_add_up_to_the_whole(exact, whole):
    found = apportioned(exact, whole)
    assert sum(found) == whole
    assert list(map(Fraction, found)) == one_by_one(exact, whole)


def test_of_two_that_lost_the_same_the_earlier_has_the_penny():
    assert apportioned([Fraction(1)] * 3, Decimal("1.00")) == tuple(map(Decimal, ("0.34", "0.33", "0.33")))


@given(st.fractions(0, 10_000))
def test_rounding(exact):
    assert abs(Fraction(rounded(exact)) - exact) <= Fraction(1, 200)
    assert 0 <= Fraction(rounded_up(exact)) - exact < Fraction(1, 100)


def test_half_a_penny_goes_up():
    assert rounded(Fraction("1.005")) == Decimal("1.01")


@pytest.mark.parametrize("exact", [[], [Fraction(0)], [Fraction(2), Fraction(-1)]])
def test_nothing_to_divide(exact):
    with pytest.raises(CostingError, match="nothing to divide"):
        apportioned(exact, Decimal(1))


def test_percentages_and_numbers():
    assert number("share", " 12.5% ") == Decimal("0.125")
    assert number("wage", "12.21") == Decimal("12.21")
