from fractions import Fraction
from statistics import quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.statistics.errors import NotComputableError
from candour.statistics.quantiles import quantile, winsorised

numbers = st.floats(-1e6, 1e6)


@given(st.lists(numbers, min_size=2, max_size=40), st.integers(1, 19))
def test_it_agrees_with_the_standard_library(values, twentieth):
    expected = quantiles(map(Fraction, values), n=20, method="inclusive")[twentieth - 1]
    assert quantile(values, twentieth / 20) == pytest.approx(float(expected), abs=1e-6)


@given(st.lists(numbers, min_size=1, max_size=40), st.floats(0, 1))
def test_it_lies_between_the_ends_whatever_the_order(values, share):
    found = quantile(values, share)
    assert min(values) <= found <= max(values)
    assert quantile(values[::-1], share) == found
    assert (quantile(values, 0), quantile(values, 1)) == (min(values), max(values))


@given(st.lists(numbers, min_size=1, max_size=40), st.floats(0, 0.49))
def test_winsorising_draws_in_the_extremes_and_keeps_the_order(values, share):
    drawn_in = winsorised(values, share)
    for (one, drawn_one), (other, drawn_other) in zip(
        pairs := list(zip(values, drawn_in, strict=True)), pairs[1:], strict=False
    ):
        assert (one <= other) <= (drawn_one <= drawn_other)
    assert min(values) <= min(drawn_in)
    assert max(drawn_in) <= max(values)


def test_winsorising_a_tenth_of_eleven():
    assert winsorised([5, 100, 1, 2, 3, 4, 6, 7, 8, 9, -50], 0.1) == (5, 9, 1, 2, 3, 4, 6, 7, 8, 9, 1)


def test_nonsense_is_refused():
    for share in (-0.1, 1.1, float("nan")):
        with pytest.raises(NotComputableError):
            quantile([1], share)
    with pytest.raises(NotComputableError):
        quantile([], 0.5)
    with pytest.raises(NotComputableError):
        winsorised([1, 2], 0.5)
