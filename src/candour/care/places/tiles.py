"""The tile map: each council one tile of the same size, on a grid of hexagons, near the tiles of its neighbours.

Rows are counted downwards. The tiles of odd rows stand half a tile further right, so that each tile touches six.
"""

import csv
from collections.abc import Iterator
from functools import lru_cache
from math import sqrt
from pathlib import Path

import msgspec

from candour.care.council_table import Council, by_organisation_id

_TABLE = Path(__file__).parent / "tiles.csv"


class Tile(msgspec.Struct, frozen=True, order=True):
    """A place in the grid, from 0."""

    column: int
    row: int

    @property
    def centre(self) -> tuple[float, float]:
        """Where its middle is, rightwards and downwards, in widths of a tile."""
        return self.column + (self.row % 2) / 2, self.row * sqrt(3) / 2

    def neighbours(self) -> Iterator["Tile"]:
        """The six tiles that it touches."""
        left = self.column - 1 + self.row % 2
        yield Tile(self.column - 1, self.row)
        yield Tile(self.column + 1, self.row)
        for row in (self.row - 1, self.row + 1):
            yield Tile(left, row)
            yield Tile(left + 1, row)


def distance(one: Tile, other: Tile) -> int:
    """Steps from tile to tile; 1 for two that touch."""
    rows = other.row - one.row
    slant = (other.column - (other.row - other.row % 2) // 2) - (one.column - (one.row - one.row % 2) // 2)
    return max(abs(rows), abs(slant), abs(rows + slant))


@lru_cache(maxsize=1)
def tiles() -> dict[Council, Tile]:
    """The tile of every council that the map shows: those with the duty, and the districts of Northern Ireland.

    Northern Ireland's districts have no duty of social care (its trusts have), but they are its councils, and people
    know them. England's districts lie within counties, and have no tile.
    """
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    known = ((by_organisation_id(row["organisation_id"]), row) for row in rows)
    return {council: Tile(int(row["column"]), int(row["row"])) for council, row in known if council is not None}
