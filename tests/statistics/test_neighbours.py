"""Neighbours: against a slow reading of the same rule, and what must not matter to the answer."""

from math import inf, isclose, sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candour.statistics.neighbours import Nearest, nearest

VARIABLES = ("age", "density", "size")
WEIGHTS = {"age": 1.0, "density": 2.0, "size": 0.5}
NUMBERS = st.integers(-50, 50).map(float)


def values(complete: bool):
    required = dict.fromkeys(VARIABLES, NUMBERS)
    return st.fixed_dictionaries(required if complete else {}, optional={} if complete else required)


def pools(complete: bool = False):
    return st.dictionaries(st.sampled_from("ABCDEFGHIJ"), values(complete), min_size=2, max_size=8)


def everybody(pool, unit: str, **choices) -> Nearest:
    return nearest(unit, pool, choices.pop("weights", WEIGHTS), number=len(pool), **choices)


def slowly(pool, one: str, other: str) -> float:
    """The distance by its definition, variable by variable."""
    total = weight = 0.0
    for name in VARIABLES:
        if name not in pool[one] or name not in pool[other]:
            continue
        known = [unit[name] for unit in pool.values() if name in unit]
        mean = sum(known) / len(known)
        variance = sum((value - mean) ** 2 for value in known) / len(known)
        gap = (pool[one][name] - pool[other][name]) ** 2
        total += WEIGHTS[name] * (gap / variance if variance else 0)
        weight += WEIGHTS[name]
    return sqrt(total / weight) if weight else inf


def distances(found: Nearest) -> dict[str, float]:
    return {each.unit: each.distance for each in found.neighbours}


def test_worked_by_hand():
    """Two variables over (0, 2, 4) and (10, 10, 40): standard deviations √(8/3) and √200."""
    pool = {"a": {"x": 0.0, "y": 10.0}, "b": {"x": 2.0, "y": 10.0}, "c": {"x": 4.0, "y": 40.0}}
    found = nearest("a", pool, {"x": 3.0, "y": 1.0}, number=2)
    near, far = found.neighbours
    assert (near.unit, near.rank) == ("b", 1)
    assert near.distance == pytest.approx(sqrt((3 * 4 / (8 / 3)) / 4))
    assert (far.unit, far.rank) == ("c", 2)
    assert far.distance == pytest.approx(sqrt((3 * 16 / (8 / 3) + 900 / 200) / 4))
    assert [each.variable for each in far.differences] == ["y", "x"]
    assert [each.share for each in far.differences] == pytest.approx([4.5 / 22.5, 18 / 22.5])
    assert far.differences[0].difference == pytest.approx(30 / sqrt(200))


@given(pools(), st.data())
def test_the_slow_reading_agrees(pool, data):
    unit = data.draw(st.sampled_from(sorted(pool)))
    found = everybody(pool, unit)
    assert {each.unit for each in (*found.neighbours, *found.not_comparable)} == set(pool) - {unit}
    for each in found.neighbours:
        assert each.distance == pytest.approx(slowly(pool, unit, each.unit))
    assert all(slowly(pool, unit, each.unit) == inf for each in found.not_comparable)


@given(pools())
def test_two_are_as_far_from_each_other(pool):
    table = {unit: distances(everybody(pool, unit)) for unit in pool}
    for one in pool:
        for other, distance in table[one].items():
            assert table[other][one] == distance


@given(pools(complete=True))
def test_no_way_round_is_shorter(pool):
    table = {unit: distances(everybody(pool, unit)) for unit in pool}
    for one in pool:
        for other in table[one]:
            for third in table[one].keys() - {other}:
                assert table[one][third] <= table[one][other] + table[other][third] + 1e-9


@given(pools(), st.sampled_from([0.001, 2.5, 1000.0]), st.sampled_from([-7.0, 0.0, 300.0]))
def test_units_do_not_matter(pool, times, plus):
    """Square miles for square kilometres, thousands for ones, degrees from another zero: the same neighbours."""
    changed = {
        unit: {name: value * times + plus if name == "size" else value for name, value in its.items()}
        for unit, its in pool.items()
    }
    unit = min(pool)
    before, after = distances(everybody(pool, unit)), distances(everybody(changed, unit))
    assert before.keys() == after.keys()
    assert all(isclose(before[other], after[other], abs_tol=1e-6) for other in before)


@given(pools(), st.randoms())
def test_order_does_not_matter(pool, random):
    shuffled = list(pool)
    random.shuffle(shuffled)
    weights = dict(reversed(WEIGHTS.items()))
    for unit in pool:
        assert everybody({name: pool[name] for name in shuffled}, unit, weights=weights) == everybody(pool, unit)


@given(pools(complete=True), st.sampled_from([0.1, 3.0]))
def test_only_the_proportion_of_weights_matters(pool, times):
    unit = min(pool)
    scaled = everybody(pool, unit, weights={name: weight * times for name, weight in WEIGHTS.items()})
    assert distances(scaled) == pytest.approx(distances(everybody(pool, unit)))


@given(pools(), st.integers(1, 8))
@settings(max_examples=50)
def test_the_nearest_are_given_and_ties_are_not_cut(pool, number):
    unit = min(pool)
    whole = everybody(pool, unit).neighbours
    some = nearest(unit, pool, WEIGHTS, number=number).neighbours
    assert some == whole[: len(some)]
    assert len(some) >= min(number, len(whole))
    if len(some) > number:
        assert some[-1].distance == some[number - 1].distance
    for each in whole:
        assert each.rank == 1 + sum(other.distance < each.distance for other in whole)
        assert sum(part.share for part in each.differences) == pytest.approx(1 if each.distance else 0)


@given(pools())
def test_who_lacks_something_is_left_out_on_request_and_it_is_said_why(pool):
    unit = min(pool)
    strict = everybody(pool, unit, missing="not at all")
    complete = {name for name, its in pool.items() if len(its) == len(VARIABLES)}
    assert set(distances(strict)) == (complete - {unit} if unit in complete else set())
    assert all("lacking" in each.because for each in strict.not_comparable)
    assert all(not each.not_compared for each in strict.neighbours)


def test_a_variable_that_does_not_vary_says_nothing():
    pool = {"a": {"x": 5.0, "y": 1.0}, "b": {"x": 5.0, "y": 2.0}, "c": {"x": 5.0, "y": 9.0}}
    (first, *_) = everybody(pool, "a", weights={"x": 1.0, "y": 1.0}).neighbours
    assert first.unit == "b"
    assert first.differences[0].difference == 0


@pytest.mark.parametrize(
    "choices", [{"weights": {}}, {"weights": {"x": 0.0}}, {"number": 0}, {"at_least": 0}, {"unit": "nobody"}]
)
def test_what_makes_no_sense_is_refused(choices):
    asked = {"unit": "a", "weights": {"x": 1.0}, "number": 1, "at_least": 1, **choices}
    with pytest.raises(ValueError, match=r"expected|not in the pool"):
        nearest(
            asked["unit"], {"a": {"x": 1.0}}, asked["weights"], number=asked["number"], at_least=asked["at_least"]
        )
