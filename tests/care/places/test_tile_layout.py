"""How the tile map is laid out: the assignment is the cheapest there is, and moving tiles loses none."""

import sys
from itertools import permutations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candour.care.places.tiles import Tile

FOLDER = Path(__file__).parents[3] / "docs" / "generators" / "tiles"


@pytest.fixture(scope="module")
def layout():
    """The modules that lay the map out, which are no part of the package."""
    sys.path.insert(0, str(FOLDER))
    try:
        import annealing
        import assignment
        import cartogram
    finally:
        sys.path.remove(str(FOLDER))
    return {"annealing": annealing, "assignment": assignment, "cartogram": cartogram}


@given(st.data())
@settings(max_examples=100)
def test_no_other_assignment_is_cheaper(layout, data):
    rows = data.draw(st.integers(1, 4))
    columns = data.draw(st.integers(rows, 6))
    numbers = st.lists(st.integers(0, 9), min_size=columns, max_size=columns)
    costs = np.array(data.draw(st.lists(numbers, min_size=rows, max_size=rows)), dtype=float)
    found = layout["assignment"].assign(costs)
    assert len(set(found)) == rows
    cheapest = min(sum(costs[at, one] for at, one in enumerate(some)) for some in permutations(range(columns), rows))
    assert sum(costs[at, column] for at, column in enumerate(found)) == cheapest


def test_the_cartogram_keeps_neighbours_beside_each_other_and_in_their_direction(layout):
    middles = np.array([[0.0, 0.0], [3.0, 0.0], [300.0, 0.0]])
    places = layout["cartogram"].spread(middles, np.array([[0, 1], [1, 2]]))
    west, middle, east = places
    assert middle[0] - west[0] == pytest.approx(1, abs=0.15)
    assert east[0] - middle[0] == pytest.approx(1, abs=0.15)
    assert np.ptp(places[:, 1]) == pytest.approx(0, abs=1e-6)


def test_moving_tiles_loses_none_and_makes_the_map_better(layout):
    annealing = layout["annealing"]
    middles = [(float(at % 4), float(at // 4)) for at in range(12)]
    pairs = [(one, other) for one in range(12) for other in range(one) if abs(one - other) in (1, 4)]
    neighbours = annealing.links(pairs, middles)
    pieces = [annealing.Piece(middles[at], "region", 0.5, False, neighbours[at]) for at in range(12)]
    begun = [Tile((7 * at) % 12 % 4, (7 * at) % 12 // 4) for at in range(12)]
    work = annealing.Annealing(pieces, list(begun), seed=1)
    before = work.cost()
    work.improve(5_000)
    assert work.cost() < before
    assert len(set(work.tiles)) == 12
    assert work.holder == {tile: number for number, tile in enumerate(work.tiles)}
    again = annealing.Annealing(pieces, list(begun), seed=1)
    again.improve(5_000)
    assert again.tiles == work.tiles
