from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.statistics.disclosure.counts import SUPPRESSED, midpoint_6, shown, shown_rate
from candour.statistics.errors import NotComputableError


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, 0),
        *[(count, SUPPRESSED) for count in range(1, 8)],
        (8, 10),
        (12, 10),
        (13, 15),
        (17, 15),
        (18, 20),
        (997, 995),
    ],
)
def test_counts(count, expected):
    assert shown(count) == expected


@given(st.integers(8, 10**9))
def test_a_shown_count_is_the_nearest_multiple_of_five(count):
    assert shown(count) == min((abs(count - five), five) for five in range(count // 5 * 5, count + 6, 5))[1]


def test_the_marker_is_no_number():
    assert SUPPRESSED != 0
    assert not isinstance(SUPPRESSED, int)


def test_rates_come_from_what_is_shown():
    assert shown_rate(shown(33), shown(98)) == 35 / 100
    assert shown_rate(0, 100) == 0
    assert shown_rate(SUPPRESSED, 100) is SUPPRESSED
    assert shown_rate(0, SUPPRESSED) is SUPPRESSED


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_a_share_of_a_whole_stays_a_share(part, rest):
    if part + rest:
        found = shown_rate(shown(part), shown(part + rest))
        assert found is SUPPRESSED or 0 <= found <= 1


@pytest.mark.parametrize(("numerator", "denominator"), [(3, 10), (10, 12), (0, 0), (5, 10), (-5, 10)])
def test_rates_of_counts_that_nobody_may_show_are_refused(numerator, denominator):
    with pytest.raises(NotComputableError):
        shown_rate(numerator, denominator)


@pytest.mark.parametrize(("count", "expected"), [(0, 0), (1, 3), (6, 3), (7, 9), (12, 9), (13, 15), (100, 99)])
def test_midpoints(count, expected):
    assert midpoint_6(count) == expected


@given(st.integers(0, 10**9))
def test_midpoints_by_the_published_formula(count):
    assert midpoint_6(count) == ceil(count / 6) * 6 - 3 * (count != 0)
    assert abs(midpoint_6(count) - count) <= 3


@pytest.mark.parametrize("count", [-1, 0.5, float("nan"), float("inf")])
def test_what_is_no_count_is_refused(count):
    for rule in (shown, midpoint_6):
        with pytest.raises(NotComputableError, match="whole number"):
            rule(count)
