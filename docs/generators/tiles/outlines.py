"""Measure councils from their outlines (GeoJSON): middles, who borders on whom, and how much of each lies inland.

    python docs/generators/tiles/outlines.py OUTLINES.geojson

writes `borders.csv` beside the table of tiles and `middles.csv` beside this file. The outlines themselves (Office for
National Statistics, Open Government Licence v3.0) are not part of the repository.
"""

import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, radians
from pathlib import Path

import numpy as np

from candour.care import councils
from candour.care.council_table import Council
from candour.care.places import borders

BORDERS = Path(borders.__file__).parent / "borders.csv"
MIDDLES = Path(__file__).parent / "middles.csv"
SOURCE = "# Measured from outlines of December 2023, Office for National Statistics (Open Government Licence v3.0).\n"

NEAR_KM = 0.5
LEAST_BORDER_KM = 1.0
STEP_KM = 0.1

Ring = list[list[float]]


@dataclass(frozen=True, slots=True)
class Outlines:
    """Outlines as points, a step apart: where each is (kilometres east and north), whose, how long its step is."""

    councils: list[Council]
    middles: list[tuple[float, float]]
    points: np.ndarray
    owners: np.ndarray
    lengths: np.ndarray


def read(path: Path) -> Outlines:
    """The outlines of a file whose features carry a GSS code in a property that ends with CD."""
    known, middles, points, owners, lengths = [], [], [], [], []
    for feature in json.loads(path.read_bytes())["features"]:
        code = next(value for name, value in feature["properties"].items() if name.endswith("CD"))
        council = councils.by_gss(code)
        if council is None:
            raise SystemExit(f"{path.name}: no council has the code {code}")
        rings = [*_rings(feature["geometry"])]
        for ring in rings:
            for x, y, length in _walk(ring):
                points.append((x, y))
                owners.append(len(known))
                lengths.append(length)
        known.append(council)
        middles.append(_middle(rings))
    return Outlines(known, middles, np.array(points), np.array(owners), np.array(lengths))


def shared(outlines: Outlines) -> tuple[dict[tuple[int, int], float], list[float]]:
    """Kilometres of outline near that of another council, by pair; and the share of each outline that is near any."""
    cells = defaultdict(list)
    for number, (x, y) in enumerate(outlines.points):
        cells[int(x // NEAR_KM), int(y // NEAR_KM)].append(number)
    lengths: dict[tuple[int, int], float] = defaultdict(float)
    inland, whole = np.zeros(len(outlines.councils)), np.zeros(len(outlines.councils))
    for (column, row), inside in cells.items():
        around = np.array([at for i in (-1, 0, 1) for j in (-1, 0, 1) for at in cells.get((column + i, row + j), ())])
        for at in inside:
            owner = int(outlines.owners[at])
            near = ((outlines.points[around] - outlines.points[at]) ** 2).sum(1) <= NEAR_KM**2
            others = {int(other) for other in outlines.owners[around[near]]} - {owner}
            for other in others:
                lengths[owner, other] += outlines.lengths[at]
            whole[owner] += outlines.lengths[at]
            inland[owner] += outlines.lengths[at] * bool(others)
    pairs = {(a, b): min(length, lengths[b, a]) for (a, b), length in lengths.items() if a < b and (b, a) in lengths}
    return pairs, [*(inland / whole)]


def main(path: Path) -> None:
    """Measure a file and write both tables."""
    outlines = read(path)
    pairs, inland = shared(outlines)
    ids = [council.organisation_id for council in outlines.councils]
    bordering = sorted(sorted((ids[a], ids[b])) for (a, b), length in pairs.items() if length >= LEAST_BORDER_KM)
    _write(BORDERS, ("one", "other"), bordering)
    rows = sorted(
        (ids[at], f"{longitude:.2f}", f"{latitude:.2f}", f"{inland[at]:.2f}")
        for at, (longitude, latitude) in enumerate(outlines.middles)
    )
    _write(MIDDLES, ("organisation_id", "longitude", "latitude", "inland"), rows)


def _rings(geometry: dict) -> Iterator[Ring]:
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for polygon in polygons:
        yield from polygon


def _walk(ring: Ring) -> Iterator[tuple[float, float, float]]:
    flat = [(longitude * 111.32 * cos(radians(latitude)), latitude * 110.6) for longitude, latitude in ring]
    for (x, y), (to_x, to_y) in pairwise(flat):
        length = hypot(to_x - x, to_y - y)
        steps = max(1, round(length / STEP_KM))
        for step in range(steps):
            along = (step + 0.5) / steps
            yield x + (to_x - x) * along, y + (to_y - y) * along, length / steps


def _middle(rings: list[Ring]) -> tuple[float, float]:
    """The centre of gravity, in degrees. The rings of holes run the other way round, and so are taken off."""
    area = east = north = 0.0
    for ring in rings:
        for (x, y), (to_x, to_y) in pairwise(ring):
            part = x * to_y - to_x * y
            area += part
            east += (x + to_x) * part
            north += (y + to_y) * part
    return east / (3 * area), north / (3 * area)


def _write(path: Path, columns: tuple[str, ...], rows: list) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(SOURCE)
        csv.writer(file, lineterminator="\n").writerows([columns, *rows])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
