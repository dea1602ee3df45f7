"""Councils as tiles of one size, each near its neighbours: which class its value is in, by a dot and by its shade."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import sqrt

from django.utils.translation import gettext as _

from candour.care.council_table import by_organisation_id
from candour.care.places.tiles import Tile, tiles
from candour.site.charts.drawing import Drawing
from candour.site.charts.key import Entry, Sample
from candour.site.charts.legend import Named, legend
from candour.site.charts.look import GRID, INK, PAPER, QUIET, Width
from candour.site.charts.picture import Picture, Symbol, Words
from candour.site.charts.sheet import Sheet

_LARGEST = 26.0
"""How wide a tile is where there is room."""

_SHADES = (PAPER, "#e9e2ee", "#c9b6d3", "#a98fbb", "#7d5291")
CLASSES = len(_SHADES)
"""More classes cannot be told apart."""

_NAMED = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class TileValue:
    """A council by its organisation id, and the class of its value, from 0; None where there is no value.

    A `marked` one has a number, and stands below with its name and `said`.
    """

    council: str
    level: int | None
    said: str = ""
    marked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TileMap(Drawing):
    """`classes` say what each class means, the lowest first, at most five; `absent` what having no value means."""

    values: tuple[TileValue, ...]
    classes: tuple[str, ...]
    absent: str = ""

    def __post_init__(self) -> None:
        if not 1 <= len(self.classes) <= CLASSES:
            raise ValueError(f"a tile map has 1 to {CLASSES} classes, and not {len(self.classes)}")

    def lay(self, width: Width) -> Picture:
        """The key, the tiles, and who is marked."""
        sheet = Sheet(width)
        sheet.key(tuple(self._entries()))
        told = {value.council: value for value in self.values}
        places = _around(told)
        grid = _Grid.of(places.values(), sheet)
        marked = [value for value in self.values if value.marked and value.council in places][:_NAMED]
        for id, tile in places.items():
            value = told.get(id)
            x, y = grid.at(tile)
            sheet.put(*_drawn(value, grid.side, x, y))
            if value in marked:
                number = str(marked.index(value) + 1)
                sheet.put(Words(x=x, y=y, text=number, align="center"))
        sheet.y = grid.bottom
        legend(sheet, [Named(_said(value), _hexagon(value, 15)) for value in marked])
        return sheet.picture()

    def _entries(self) -> Iterator[Entry]:
        for level, words in enumerate(self.classes):
            yield Entry(words, _sample(TileValue(council="", level=level)))
        if any(value.level is None for value in self.values):
            yield Entry(self.absent or _("not reported"), _sample(TileValue(council="", level=None)))
        yield Entry(_("not in this comparison"), _sample(None))


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where tiles of a width stand; the first column and row are those of the corner."""

    side: float
    left: float
    top: float
    bottom: float
    corner: Tile

    @classmethod
    def of(cls, places: Iterable[Tile], sheet: Sheet) -> "_Grid":
        places = tuple(places)
        # An even row, so that odd rows stay odd, and go on standing further right.
        corner = Tile(min(tile.column for tile in places), min(tile.row for tile in places) // 2 * 2)
        columns = max(tile.column for tile in places) - corner.column + 1.5
        rows = max(tile.row for tile in places) - corner.row
        side = min(_LARGEST, sheet.room / columns)
        left = sheet.left + side / 2 + (sheet.room - side * columns) / 2
        top = sheet.y + side / sqrt(3)
        return cls(side, left, top, top + rows * side * sqrt(3) / 2 + side / sqrt(3), corner)

    def at(self, tile: Tile) -> tuple[float, float]:
        """The middle of a tile."""
        x, y = Tile(tile.column - self.corner.column, tile.row - self.corner.row).centre
        return self.left + x * self.side, self.top + y * self.side


def _around(told: Mapping[str, TileValue]) -> dict[str, Tile]:
    """The tiles of what is told and those between them; all if none of it has a tile."""
    places = {council.organisation_id: tile for council, tile in tiles().items()}
    ours = [tile for id, tile in places.items() if id in told] or list(places.values())
    columns, rows = [tile.column for tile in ours], [tile.row for tile in ours]
    return {
        id: tile
        for id, tile in places.items()
        if min(columns) - 1 <= tile.column <= max(columns) + 1 and min(rows) - 1 <= tile.row <= max(rows) + 1
    }


def _hexagon(value: TileValue | None, side: float) -> Symbol:
    """The tile itself: shaded by class, dark-edged where it is marked, thin where nothing is told."""
    if value is None:
        return Symbol(x=0, y=0, shape="hexagon", size=side - 2, fill=PAPER, edge=GRID)
    fill = PAPER if value.level is None else _SHADES[value.level]
    thickness = side / 8 if value.marked else 1.0
    return Symbol(x=0, y=0, shape="hexagon", size=side - 2, fill=fill, edge=INK, thickness=thickness)


def _drawn(value: TileValue | None, side: float, x: float, y: float) -> Iterator[Symbol]:
    """A tile, and in it a dot that grows with its class, or a cross where there is no value."""
    yield replace(_hexagon(value, side), x=x, y=y)
    if value is None or value.marked:
        return
    if value.level is None:
        yield Symbol(x=x, y=y, shape="cross", size=side / 3, fill=QUIET, edge=QUIET)
    elif value.level:
        yield Symbol(x=x, y=y, size=side * (0.12 + 0.11 * value.level))


def _sample(value: TileValue | None) -> Sample:
    return lambda left, middle: tuple(_drawn(value, 17, left + 11, middle))


def _said(value: TileValue) -> str:
    council = by_organisation_id(value.council)
    name = council.name if council else value.council
    return f"{name}: {value.said}" if value.said else name
