import random
from statistics import NormalDist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candour.statistics.errors import NotComputableError
from candour.statistics.proportion import wilson
from candour.statistics.ranks import Estimate, RankInterval, rank_intervals


def shares(counts):
    return {name: Estimate(o / n, *wilson(o, n)) for name, (o, n) in counts.items()}


def test_few_answers_cannot_be_told_apart():
    ranks = rank_intervals(shares({"A": (9, 10), "B": (8, 10), "C": (6, 10)}), highest_first=True)
    assert ranks.cannot_be_told_apart
    assert ranks.cannot_be_told_apart_from("A") == ("B", "C")
    assert not ranks.told_apart("A", "C")


def test_many_answers_can():
    ranks = rank_intervals(shares({"A": (900, 1000), "B": (600, 1000), "C": (610, 1000)}), highest_first=True)
    assert ranks.units["A"] == RankInterval(1, 1)
    assert ranks.told_apart("A", "B")
    assert ranks.told_apart("C", "A")
    assert ranks.cannot_be_told_apart_from("B") == ("C",)
    assert not ranks.cannot_be_told_apart
    assert rank_intervals(ranks_of_waits(), highest_first=False).units["short"] == RankInterval(1, 1)


def ranks_of_waits():
    return {"long": Estimate(30, 28, 33), "short": Estimate(10, 9, 12), "middle": Estimate(20, 17, 22)}


def test_numbers_known_exactly_have_one_place_and_equal_ones_share_it():
    ranks = rank_intervals({n: Estimate(v, v, v) for n, v in [("A", 3), ("B", 2), ("C", 2)]}, highest_first=True)
    assert [ranks.units[name] for name in "ABC"] == [RankInterval(1, 1), RankInterval(2, 3), RankInterval(2, 3)]


def slowly(units, highest_first, draws):
    """The same simulation with the standard library and a place counted by looking at everybody."""
    source, z = random.Random(5), NormalDist().inv_cdf(0.975)
    places = {name: [] for name in units}
    for _ in range(draws):
        drawn = {}
        for name, unit in units.items():
            normal = source.gauss(0, 1)
            reach = unit.high - unit.value if normal > 0 else unit.value - unit.low
            drawn[name] = unit.value + normal * reach / z
        for name, value in drawn.items():
            places[name].append(1 + sum((v > value) if highest_first else (v < value) for v in drawn.values()))
    low, high = round(0.025 * draws), round(0.975 * draws)
    return {name: (sorted(found)[low], sorted(found)[high]) for name, found in places.items()}


@pytest.mark.parametrize("highest_first", [True, False])
def test_it_agrees_with_another_simulation(highest_first):
    units = shares({f"unit {i}": (30 + 4 * i, 100) for i in range(12)})
    slow = slowly(units, highest_first, 2000)
    for name, place in rank_intervals(units, highest_first=highest_first).units.items():
        assert abs(place.best - slow[name][0]) <= 1
        assert abs(place.worst - slow[name][1]) <= 1


counted = st.dictionaries(
    st.text(max_size=5),
    st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    min_size=2,
    max_size=8,
)


@settings(max_examples=40)
@given(counted, st.randoms(), st.integers(0, 2**40))
def test_places_are_places_and_neither_order_nor_unit_matters(counts, random, seed):
    units = shares(counts)
    ranks = rank_intervals(units, highest_first=True, draws=200, seed=seed)
    for place in ranks.units.values():
        assert 1 <= place.best <= place.worst <= len(units)
    shuffled = dict(random.sample(sorted(units.items()), len(units)))
    assert rank_intervals(shuffled, highest_first=True, draws=200, seed=seed).units == ranks.units
    doubled = {name: Estimate(2 * u.value, 2 * u.low, 2 * u.high) for name, u in units.items()}
    assert rank_intervals(doubled, highest_first=True, draws=200, seed=seed).units == ranks.units


@settings(max_examples=40)
@given(counted)
def test_more_confidence_never_narrows_the_places(counts):
    # The intervals of the units stay the same numbers; they are only taken to be of another confidence.
    units = {name: Estimate(unit.value, unit.value, unit.value) for name, unit in shares(counts).items()}
    narrow = rank_intervals(units, highest_first=True, draws=200, confidence=0.5)
    wide = rank_intervals(units, highest_first=True, draws=200, confidence=0.99)
    for name in units:
        assert wide.units[name].best <= narrow.units[name].best
        assert narrow.units[name].worst <= wide.units[name].worst


def test_the_same_seed_says_the_same_everywhere():
    units = shares({name: (i, 40) for i, name in enumerate("ABCDEFGH", 20)})
    found = rank_intervals(units, highest_first=True).units
    assert [(place.best, place.worst) for place in found.values()] == PINNED


PINNED = [(3, 8), (2, 8), (2, 8), (1, 8), (1, 8), (1, 8), (1, 7), (1, 7)]


@pytest.mark.parametrize(
    ("units", "settings"),
    [
        ({"A": Estimate(1, 0, 2)}, {}),
        ({}, {}),
        ({"A": Estimate(1, 0, 2), "B": Estimate(3, 0, 2)}, {}),
        ({"A": Estimate(1, 0, 2), "B": Estimate(float("nan"), 0, 2)}, {}),
        ({"A": Estimate(1, 0, 2), "B": Estimate(1, 0, 2)}, {"draws": 5}),
        ({"A": Estimate(1, 0, 2), "B": Estimate(1, 0, 2)}, {"confidence": 1}),
    ],
)
def test_nonsense_is_refused(units, settings):
    with pytest.raises(NotComputableError):
        rank_intervals(units, highest_first=True, **settings)
