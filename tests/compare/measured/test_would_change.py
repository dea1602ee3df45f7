"""What would change a conclusion is found exactly, and is the least that does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candour.compare.measured.answer import Ranks
from candour.compare.measured.told_apart import estimates, groups, pair_of
from candour.compare.measured.unit_figures import counted
from candour.compare.measured.way import Way
from candour.compare.measured.would_change import of_pair
from candour.statistics.combined import difference, standardised
from candour.statistics.ranks import Estimate
from tests.compare.measured.tables import QUARTERS, counts
from tests.compare.measured.test_comparison import compare

SHARE, RATE = Way(kind="share", most=1), Way(kind="rate", per=1000)
NAMES = {"a": "Ash", "b": "Birch"}
units = st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def pair(way, one, other):
    figures = {"a": counted(way, *map(float, one), 1), "b": counted(way, *map(float, other), 1)}
    known = estimates(figures)
    return figures, pair_of(("a", known["a"]), ("b", known["b"]))


def fewest_by_trying(way, one, other, told_apart):
    most = one[1] - one[0] if way.kind == "share" else 10 * one[0] + 1000
    for events in range(1, max(most, one[0]) + 1):
        for step in (events, -events):
            inside = -one[0] <= step <= most
            if inside and pair(way, (one[0] + step, one[1]), other)[1].told_apart != told_apart:
                return events
    return None


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([SHARE, RATE]), units, units)
def test_the_number_of_events_is_the_fewest_that_changes_whether_two_are_told_apart(way, one, other):
    figures, found = pair(way, one, other)
    change = of_pair(way, found, figures, NAMES)
    assert change.events == fewest_by_trying(way, one, other, found.told_apart)
    assert change.changes == (change.events is not None)


@given(units, units)
def test_a_difference_is_that_of_newcombe_and_the_same_the_other_way_round(one, other):
    _, found = pair(SHARE, one, other)
    _, back = pair(SHARE, other, one)
    assert (found.difference, found.low, found.high) == pytest.approx((-back.difference, -back.high, -back.low))
    assert found.low <= found.difference <= found.high


def test_newcombes_own_example():
    """56/70 against 48/80: 0.2, between 0.0524 and 0.3339 (Newcombe 1998, table II, method 10)."""
    _, found = pair(SHARE, (56, 70), (48, 80))
    assert (found.difference, found.low, found.high) == pytest.approx((0.2, 0.0524, 0.3339), abs=5e-5)


numbers = st.tuples(st.floats(-100, 100), st.floats(0, 10), st.floats(0, 10)).map(
    lambda one: Estimate(one[0], one[0] - one[1], one[0] + one[2])
)


@given(st.lists(st.tuples(st.floats(0.01, 100), numbers), min_size=1, max_size=8), st.floats(0.1, 10))
def test_standardised_numbers_lie_among_their_parts_and_only_the_proportions_of_weights_matter(parts, factor):
    weights, strata = zip(*parts, strict=True)
    found = standardised(weights, strata)
    again = standardised([weight * factor for weight in weights], strata)
    assert (found.value, found.low, found.high) == pytest.approx((again.value, again.low, again.high), abs=1e-9)
    assert min(s.value for s in strata) - 1e-9 <= found.value <= max(s.value for s in strata) + 1e-9
    assert found.low <= found.value <= found.high
    assert found.value - found.low <= max(s.value - s.low for s in strata) + 1e-9


def test_a_difference_from_what_has_no_width_keeps_the_width():
    found = difference(Estimate(5, 3, 8), Estimate(2, 2, 2))
    assert (found.value, found.low, found.high) == (3, 1, 6)


intervals = st.integers(1, 8).flatmap(lambda best: st.tuples(st.just(best), st.integers(best, 9)))


@given(st.lists(intervals, min_size=1, max_size=8))
def test_groups_are_the_largest_in_which_every_two_overlap(found):
    ranks = {
        str(at): Ranks(best=best, worst=worst, of=9, cannot_be_told_apart_from=())
        for at, (best, worst) in enumerate(found)
    }

    def overlap(one, other):
        return ranks[one].best <= ranks[other].worst and ranks[other].best <= ranks[one].worst

    sets = [set(group) for group in groups(ranks)]
    assert all(overlap(one, other) for group in sets for one in group for other in group)
    for one in ranks:
        for other in ranks:
            assert any({one, other} <= group for group in sets) == overlap(one, other)
    assert not any(one < other for one in sets for other in sets)


def quarters(provider, missed):
    return [
        counts(provider, number, 1000, period_start=start, period_end=end)
        for number, (start, end) in zip(missed, QUARTERS[4:8], strict=True)
    ]


def about(found, what):
    return next(one for one in found.would_change if one.about == what and len(one.units) == 2)


def test_one_period_may_decide():
    rows = [*quarters("a", (10, 10, 10, 90)), *quarters("b", (10, 12, 10, 10))]
    found = compare(rows, names=["a", "b"], since=None, until=None)
    assert found.pair.told_apart
    left_out = about(found, "a period left out")
    assert left_out.changes
    assert left_out.said == "It hangs on one period: without that of 1 October 2024 it changes."
    steady = compare([*quarters("a", (50, 50, 50, 50)), *quarters("b", (10, 12, 10, 10))], names=["a", "b"])
    assert about(steady, "a period left out").changes is False


def test_another_period_may_say_otherwise():
    before = [
        counts(name, missed, 1000, period_start=start, period_end=end)
        for name, missed in (("a", 90), ("b", 10))
        for start, end in QUARTERS[:2]
    ]
    rows = [*quarters("a", (10, 10, 10, 10)), *quarters("b", (12, 12, 10, 10)), *before]
    found = about(compare(rows, names=["a", "b"], since=None, until=None), "another period")
    assert found.changes
    assert found.said == "In the time before, 1 January to 31 December 2023, they could be told apart."
