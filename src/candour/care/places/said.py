"""What files of places say of a council: what it is, what it is called, how big it is, and its outline.

The table of councils (`candour.care.council_table`) is ours and wins; these are other people's words, kept as they
were said, with the organisation id of the council of our table that they are about.
"""

from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec

FigureKind = Literal["population", "area", "latitude", "longitude"]


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A council as a file has it. `layout` says which kind of file; what the file does not say is empty or None.

    `successors` are the organisation ids of those that replaced it; the file's own codes where we know none.
    """

    layout: str
    council: str
    code: str
    name: str
    kind: str = ""
    nation: str = ""
    region: str = ""
    start: date | None = None
    end: date | None = None
    successors: tuple[str, ...] = ()


class PlaceName(msgspec.Struct, frozen=True, kw_only=True):
    """A spelling of a council's name in a file. `found` says whether the name alone leads to this council here."""

    layout: str
    council: str
    name: str
    found: bool


class PlaceFigure(msgspec.Struct, frozen=True, kw_only=True):
    """How big a council is, or where its middle lies: people, square kilometres, or degrees (WGS 84).

    `year` is the year that the figure is of; None for what does not change from year to year.
    """

    layout: str
    council: str
    figure: FigureKind
    value: Decimal
    unit: str
    year: int | None = None


class Outline(msgspec.Struct, frozen=True, kw_only=True):
    """The outline of a council, as the JSON text of a GeoJSON geometry in degrees (WGS 84)."""

    council: str
    code: str
    name: str
    geometry: str
