"""The tile map: every council once, nothing on top of anything, and neighbours near."""

import csv
from collections import deque
from itertools import combinations
from math import cos, radians
from pathlib import Path
from statistics import mean

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.care import councils
from candour.care.places.borders import bordering, borders
from candour.care.places.tiles import Tile, distance, tiles

MIDDLES = Path(__file__).parents[3] / "docs" / "generators" / "tiles" / "middles.csv"
PLACES = st.builds(Tile, st.integers(-20, 20), st.integers(-20, 20))
TOUCHING, WITHIN_TWO, MEAN_STEPS = 0.67, 0.92, 1.43
DISPLACED, SAME_ORDER_EAST, SAME_ORDER_SOUTH = 1.75, 0.92, 0.96
"""As recorded in docs/explanation/places.md: a new map must not be worse."""


def council(name: str):
    found = councils.find(name)
    assert found is not None
    return found


def on_the_map(name: str) -> tuple[float, float]:
    return tiles()[council(name)].centre


def test_every_council_in_force_has_one_tile_and_no_two_the_same():
    expected = {
        known
        for known in councils.all_councils()
        if known.end is None and (known.social_care or known.nation == "Northern Ireland")
    }
    assert set(tiles()) == expected
    assert len(expected) == 153 + 32 + 22 + 11
    assert len(set(tiles().values())) == len(expected)


def test_councils_that_border_on_each_other_are_near():
    steps = [distance(tiles()[one], tiles()[other]) for one, other in map(tuple, borders())]
    touching = sum(step == 1 for step in steps) / len(steps)
    within_two = sum(step <= 2 for step in steps) / len(steps)
    print(f"{len(steps)} borders: {touching:.1%} touch, {within_two:.1%} within two steps, mean {mean(steps):.3f}")
    assert touching >= TOUCHING
    assert within_two >= WITHIN_TWO
    assert mean(steps) <= MEAN_STEPS


def test_tiles_are_near_to_where_their_councils_truly_lie():
    """The true map, at the scale and place that fit best, beside the tiles: how far apart, in widths of a tile."""
    with MIDDLES.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    drawn = {known.organisation_id: tile.centre for known, tile in tiles().items()}
    tiled = np.array([drawn[row["organisation_id"]] for row in rows])
    true = np.array([(float(row["longitude"]) * cos(radians(54.5)), -float(row["latitude"])) for row in rows])
    tiled, true = tiled - tiled.mean(0), true - true.mean(0)
    true *= (true * tiled).sum() / (true**2).sum()
    displaced = float(np.hypot(*(true - tiled).T).mean())
    east, south = (same_order(true[:, way], tiled[:, way]) for way in (0, 1))
    print(
        f"displaced by {displaced:.2f} tiles; {east:.1%} in order from west to east, {south:.1%} from north to south"
    )
    assert displaced <= DISPLACED
    assert east >= SAME_ORDER_EAST
    assert south >= SAME_ORDER_SOUTH


def same_order(true: np.ndarray, tiled: np.ndarray) -> float:
    """Which share of all pairs, leaving out those drawn level, are drawn in their true order."""
    one, other = np.triu_indices(len(true), 1)
    drawn = np.sign(tiled[one] - tiled[other])
    return float((np.sign(true[one] - true[other]) == drawn)[drawn != 0].mean())


@pytest.mark.parametrize("nation", ["England", "Scotland", "Wales", "Northern Ireland"])
def test_a_nation_is_one_piece_apart_from_its_islands(nation):
    its = {tile for known, tile in tiles().items() if known.nation == nation}
    biggest = max((piece(tile, its) for tile in its), key=len)
    left = {known.organisation_id for known, tile in tiles().items() if tile in its - biggest}
    assert left <= {"GB-LAS-ORK", "GB-LAS-ZET", "GB-LAS-ELS", "GB-LAE-IOW", "GB-LAE-IOS", "GB-PLA-AGY"}


def piece(first: Tile, among: set[Tile]) -> set[Tile]:
    found, waiting = {first}, deque([first])
    while waiting:
        for near in waiting.popleft().neighbours():
            if near in among and near not in found:
                found.add(near)
                waiting.append(near)
    return found


def test_london_is_one_piece():
    its = {tile for known, tile in tiles().items() if known.region == "London"}
    assert piece(next(iter(its)), its) == its


def test_somebody_who_knows_the_country_finds_their_way():
    everywhere = [tile.centre for tile in tiles().values()]
    britain = [tile.centre for known, tile in tiles().items() if known.nation != "Northern Ireland"]
    england = [tile.centre for known, tile in tiles().items() if known.nation == "England"]
    assert on_the_map("Shetland Islands Council")[1] == min(y for _, y in everywhere)
    assert min(x for x, _ in britain) > max(
        tile.centre[0] for known, tile in tiles().items() if known.nation == "Northern Ireland"
    )
    south = [known for known, tile in tiles().items() if tile.centre[1] > max(y for _, y in england) - 5]
    from_the_west = sorted(south, key=lambda known: tiles()[known].centre[0])
    tip = [known.name for known in from_the_west if known.nation == "England"][:2]
    assert tip == ["Council of the Isles of Scilly", "Cornwall Council"]
    kent, leeds, bristol = (
        on_the_map(name) for name in ("Kent County Council", "Leeds City Council", "Bristol City Council")
    )
    assert kent[0] > bristol[0]
    assert kent[1] > leeds[1]
    wales = [tile.centre for known, tile in tiles().items() if known.nation == "Wales"]
    for x, y in wales:
        assert not [at for at, down in england if abs(down - y) < 0.1 and at < x], "England is never west of Wales"


@given(PLACES, PLACES, PLACES)
def test_steps_are_a_distance(one, other, third):
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one == other)
    assert distance(one, third) <= distance(one, other) + distance(other, third)


@given(PLACES, PLACES)
def test_steps_are_those_that_one_walks(one, other):
    if distance(one, other) > 6:
        return
    reached, steps = {one}, 0
    while other not in reached:
        reached |= {near for tile in reached for near in tile.neighbours()}
        steps += 1
    assert steps == distance(one, other)


@given(PLACES)
def test_a_tile_touches_six_whose_middles_are_a_width_away(tile):
    near = [*tile.neighbours()]
    assert len(set(near)) == 6
    x, y = tile.centre
    for other in near:
        assert (other.centre[0] - x) ** 2 + (other.centre[1] - y) ** 2 == pytest.approx(1)
    assert sum(distance(one, other) == 1 for one, other in combinations(near, 2)) == 6


def test_borders_are_those_that_people_know():
    assert [known.name for known in bordering(council("Cornwall Council"))] == ["Devon County Council"]
    assert bordering(council("Isle of Wight Council")) == ()
    assert council("Leicester City Council") in bordering(council("Leicestershire County Council"))
    assert bordering(council("Cumbria County Council")) == ()
