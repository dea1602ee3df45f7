from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.statistics.errors import NotComputableError
from candour.statistics.xmr import xmr

QUIET = (90, 92, 88, 94, 91, 89, 93, 90)


def rules(values):
    return {signal.rule for signal in xmr(values).signals}


def test_worked_numbers():
    found = xmr(QUIET)
    assert (found.mean, found.mean_moving_range) == pytest.approx((90.875, 3.428571), abs=1e-6)
    assert (found.low, found.high) == pytest.approx((81.755, 99.995), abs=1e-3)
    assert found.range_limit == pytest.approx(3.267 * 24 / 7)
    assert found.moving_ranges == (2, 4, 6, 3, 2, 4, 3)
    assert found.signals == ()


@pytest.mark.parametrize(
    ("values", "rule", "first", "last"),
    [
        ((*QUIET, 110, 90, 91), "outside a limit", 8, 8),
        ((*QUIET, 60, 91), "outside a limit", 8, 8),
        ((1, 3, 1, 3, 1, 3, 1, 3, *[6, 8] * 4), "8 in a row above the mean", 8, 15),
        ((1, 3, 1, 3, 1, 3, 1, 3, *[6, 8] * 4), "8 in a row below the mean", 0, 7),
        ((5, 3, 4, 5, 6, 7, 8, 2), "6 rising", 1, 6),
        ((5, 9, 8, 7, 6, 5, 4, 6), "6 falling", 1, 6),
        ((5, 4, 5, 4, 5, 4, 5, 7.2, 7.1, 5, *[5, 4] * 4), "2 of 3 near the upper limit", 7, 8),
        ((5, 6, 5, 6, 5, 6, 5, 2.8, 2.9, 5, *[5, 6] * 4), "2 of 3 near the lower limit", 7, 8),
    ],
)
def test_each_rule(values, rule, first, last):
    found = [(signal.first, signal.last) for signal in xmr(values).signals if signal.rule == rule]
    assert found == [(first, last)]


def test_what_is_just_short_of_a_rule_is_no_signal():
    assert "6 rising" not in rules((5, 3, 4, 5, 6, 7, 2, 4))
    assert "6 rising" not in rules((5, 3, 4, 5, 5, 6, 7, 2))
    assert "8 in a row above the mean" not in rules((1, 3, 1, 3, 1, 3, 1, *[6, 8] * 3, 6))


def test_a_line_that_never_moves_has_no_signals():
    assert xmr([0.1] * 30).signals == ()


def test_fewer_than_five_points_tell_no_trend():
    found = xmr((1, 1, 1, 100))
    assert not found.enough
    assert found.signals == ()
    assert xmr((1, 1, 1, 1, 100)).enough


def slow_rules(values):
    """The rules as one would check them by hand, window by window, in exact fractions."""
    values = [Fraction(value) for value in values]
    centre = sum(values) / len(values)
    ranges = [abs(b - a) for a, b in pairwise(values)]
    reach = Fraction("2.66") * sum(ranges) / len(ranges)
    broken = set()

    def windows(size):
        return [values[i : i + size] for i in range(len(values) - size + 1)]

    if any(abs(value - centre) > reach for value in values):
        broken.add("outside a limit")
    for side, name in ((1, "above"), (-1, "below")):
        if any(all(side * (v - centre) > 0 for v in window) for window in windows(8)):
            broken.add(f"8 in a row {name} the mean")
    for side, name in ((1, "rising"), (-1, "falling")):
        if any(all(side * (b - a) > 0 for a, b in pairwise(w)) for w in windows(6)):
            broken.add(f"6 {name}")
    for side, name in ((1, "upper"), (-1, "lower")):
        near = [[side * (v - centre) > reach * Fraction(2, 3) for v in window] for window in windows(3)]
        if any(sum(window) >= 2 for window in near):
            broken.add(f"2 of 3 near the {name} limit")
    return broken


# Whole numbers times a prime keep values off the limits themselves, where rounding decides.
series = st.lists(st.integers(-8, 8), min_size=5, max_size=40)


@given(series)
def test_rules_agree_with_checking_by_hand(values):
    assert rules(values) == slow_rules(values)


@given(series)
def test_limits_hold_the_mean_and_time_can_run_backwards(values):
    found, backwards = xmr(values), xmr(values[::-1])
    assert found.low <= found.mean <= found.high
    assert min(values) <= found.mean <= max(values)
    assert (found.low, found.high) == (backwards.low, backwards.high)
    last = len(values) - 1
    mirrored = {"6 rising": "6 falling", "6 falling": "6 rising"}
    assert {(s.rule, s.first, s.last) for s in found.signals} == {
        (mirrored.get(s.rule, s.rule), last - s.last, last - s.first) for s in backwards.signals
    }


@given(series, st.sampled_from([0.25, 2, 1024]), st.integers(-100, 100))
def test_unit_and_zero_point_do_not_matter(values, factor, shift):
    moved = xmr([value * factor + shift for value in values])
    assert {s.rule for s in moved.signals} == rules(values)
    assert moved.high - moved.low == pytest.approx(factor * (xmr(values).high - xmr(values).low))


@pytest.mark.parametrize("values", [(), (1,), (1, float("nan")), (1, float("inf"))])
def test_nonsense_is_refused(values):
    with pytest.raises(NotComputableError):
        xmr(values)
