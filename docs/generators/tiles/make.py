"""Make the tile map anew: `python docs/generators/tiles/make.py` writes `tiles.csv`. A quarter of an hour.

Middles and borders (measured by `outlines.py`) → a cartogram in which every council takes the same room → the nearest
tile for each, all different, by the Hungarian method → annealing, from several seeds; the cheapest map is kept.
Northern Ireland is laid out by itself, and stands in the west across a gap.
"""

import csv
import sys
from collections.abc import Iterable
from math import cos, radians, sqrt
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))

from annealing import Annealing, Piece, links
from assignment import assign
from cartogram import spread

from candour.care.council_table import by_organisation_id
from candour.care.places import tiles
from candour.care.places.borders import borders
from candour.care.places.tiles import Tile

TABLE = Path(tiles.__file__).parent / "tiles.csv"
MIDDLES = Path(__file__).parent / "middles.csv"
BEGINNING = """\
# The tile map of councils: where each stands on a grid of hexagons. Our own work, CC BY 4.0.
# Made by docs/generators/tiles/make.py; to move a tile by hand would be lost.
"""
SEEDS = (1, 2)
STEPS = 3_000_000
OVER_THE_SEA = (
    ("GB-LAE-IOW", "GB-LAE-HAM"),
    ("GB-LAE-IOW", "GB-LAE-STH"),
    ("GB-LAE-IOW", "GB-LAE-POR"),
    ("GB-LAE-IOS", "GB-LAE-CON"),
    ("GB-LAE-WRL", "GB-LAE-LIV"),
    ("GB-LAS-ELS", "GB-LAS-HLD"),
    ("GB-LAS-ORK", "GB-LAS-HLD"),
    ("GB-LAS-ORK", "GB-LAS-ZET"),
    ("GB-PLA-AGY", "GB-PLA-GWN"),
)
"""Who counts as a neighbour though the sea is between: islands hang on these."""

Layout = dict[str, Tile]


def main() -> None:
    """Make the map, and write it."""
    with MIDDLES.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    ireland = [row for row in rows if row["organisation_id"].startswith("GB-LANI")]
    britain = [row for row in rows if row not in ireland]
    placed = _from_the_corner(_beside(_lay_out(ireland), _lay_out(britain)))
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        file.write(BEGINNING)
        table = [("organisation_id", "column", "row"), *sorted((k, t.column, t.row) for k, t in placed.items())]
        csv.writer(file, lineterminator="\n").writerows(table)


def _lay_out(rows: list[dict[str, str]]) -> Layout:
    ids = [row["organisation_id"] for row in rows]
    middles = [
        (float(row["longitude"]) * 111.32 * cos(radians(54.5)), -float(row["latitude"]) * 110.6) for row in rows
    ]
    pairs = sorted((ids.index(one), ids.index(other)) for one, other in _pairs() if {one, other} <= {*ids})
    places = spread(np.array(middles), np.array(pairs))
    neighbours = links(pairs, middles)
    pieces = [
        Piece(tuple(places[at]), _region(row), float(row["inland"]), float(row["inland"]) == 0, neighbours[at])
        for at, row in enumerate(rows)
    ]
    first = _nearest_tiles(places)
    maps = [Annealing(pieces, list(first), seed) for seed in SEEDS]
    for each in maps:
        each.improve(STEPS * len(rows) // 200)
        print(f"{len(rows)} councils: {each.cost():.1f}")
    best = min(maps, key=Annealing.cost)
    return dict(zip(ids, best.tiles, strict=True))


def _pairs() -> Iterable[tuple[str, str]]:
    for pair in borders():
        one, other = (council.organisation_id for council in pair)
        yield one, other
    yield from OVER_THE_SEA


def _region(row: dict[str, str]) -> str:
    council = by_organisation_id(row["organisation_id"])
    if council is None:
        raise SystemExit(f"{MIDDLES.name}: no council is {row['organisation_id']}")
    return council.region or council.nation


def _nearest_tiles(places: np.ndarray) -> list[Tile]:
    left, top = np.floor(places.min(0)).astype(int) - 2
    right, bottom = np.ceil(places.max(0)).astype(int) + 2
    rows = range(int(top / (sqrt(3) / 2)), int(bottom / (sqrt(3) / 2)) + 1)
    grid = [Tile(column, row) for row in rows for column in range(left, right + 1)]
    centres = np.array([tile.centre for tile in grid])
    return [grid[at] for at in assign(((places[:, None] - centres[None]) ** 2).sum(-1))]


def _beside(ireland: Layout, britain: Layout) -> Layout:
    """Both maps in one: Northern Ireland as high as Galloway and Cumbria, two empty tiles west of what is nearest."""
    middle = (britain["GB-LAS-DGY"].row + britain["GB-LAE-CBD"].row) // 2
    down = middle - sum(tile.row for tile in ireland.values()) // len(ireland)
    down -= down % 2  # or tiles of even rows would come to stand in odd ones, half a tile off
    lowered = {council: Tile(tile.column, tile.row + down) for council, tile in ireland.items()}
    room = min(
        its.column - tile.column
        for tile in lowered.values()
        for its in britain.values()
        if abs(its.row - tile.row) <= 1
    )
    return {**britain, **{council: Tile(tile.column + room - 3, tile.row) for council, tile in lowered.items()}}


def _from_the_corner(layout: Layout) -> Layout:
    """The same map, with its first column and row at 0."""
    left = min(tile.column for tile in layout.values())
    top = min(tile.row for tile in layout.values())
    top -= top % 2
    return {council: Tile(tile.column - left, tile.row - top) for council, tile in layout.items()}


if __name__ == "__main__":
    main()
