"""Where places stand, and how much they differ."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.minimum_standards.classification import PlaceValue, standings, variation
from candour.minimum_standards.standard import Floor

HALF = Floor(direction="at least", value=Decimal(50), unit="percent")


def places(*pairs: tuple[int, int], floor: Floor = HALF) -> list[PlaceValue]:
    return [
        PlaceValue(
            place=str(number),
            value=Decimal(100 * successes) / trials,
            floor=floor,
            successes=successes,
            trials=trials,
        )
        for number, (successes, trials) in enumerate(pairs)
    ]


def test_the_four_standings() -> None:
    usual = [(700 + step, 1000) for step in range(-10, 11)]
    found = standings(
        [
            *places(*usual, (400, 1000), (950, 1000)),
            PlaceValue(place="silent", value=None, floor=HALF),
        ]
    )
    by_place = {one.place: one.standing for one in found}
    assert by_place["21"] == "below the floor"
    assert by_place["22"] == "unexplained variation"
    assert by_place["silent"] == "no data"
    assert {by_place[str(number)] for number in range(21)} == {"within permitted variation"}


def test_few_places_have_no_limits_but_a_floor() -> None:
    found = standings(places((40, 100), (60, 100)))
    assert [(one.standing, one.low) for one in found] == [
        ("below the floor", None),
        ("within permitted variation", None),
    ]


def test_the_references_figures_of_variation() -> None:
    """Five places with O = 12, 30, 45, 8, 25 of n in proportion to E = 15, 24, 40, 14, 27."""
    observed, expected = (12, 30, 45, 8, 25), (15, 24, 40, 14, 27)
    pairs = [(o, 100 * e) for o, e in zip(observed, expected, strict=True)]
    found = variation(places(*pairs))
    assert found.systematic == pytest.approx(1.309730, abs=1e-5)
    assert found.extremal == pytest.approx(2.1875)
    assert found.coefficient == pytest.approx(25.585, abs=1e-3)


def test_what_cannot_be_computed_is_not_zero() -> None:
    found = variation([PlaceValue(place="a", value=None, floor=HALF)])
    assert (found.systematic, found.tau_squared, found.coefficient, found.extremal) == (None, None, None, None)
    assert "0 places published how many" in found.because


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(1, 200)), min_size=1, max_size=12))
def test_every_place_has_one_standing_and_the_floor_comes_first(pairs: list[tuple[int, int]]) -> None:
    of = places(*((min(successes, trials), trials) for successes, trials in pairs))
    found = standings(of)
    assert [one.place for one in found] == [one.place for one in of]
    for one, given_ in zip(found, of, strict=True):
        assert given_.value is not None
        assert (one.standing == "below the floor") == (given_.value < 50)
