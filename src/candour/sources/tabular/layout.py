"""What a table's columns are called, and which of ours they are: one layout of a source, as its YAML says."""

import datetime
import re
from typing import Literal

import msgspec

DateOrder = Literal["day first", "month first"]
_YEARS = {
    "{year}": r"(?P<year>\d{4}(?:(?:[-/]| to )\d{2,4})?)",
    "{yy}": r"(?P<year>\d{4})",
    "{y}": r"(?P<year>\d{2})",
}


class Range(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """From `min` to `max`, both included. A date or a number."""

    min: datetime.date | float
    max: datetime.date | float

    def __post_init__(self) -> None:
        if type(self.min) is not type(self.max) or self.min > self.max:  # type: ignore[operator]
            raise ValueError("expected min <= max, both numbers or both dates")

    def __str__(self) -> str:
        first, last = (each if isinstance(each, datetime.date) else f"{each:g}" for each in (self.min, self.max))
        return f"{first} to {last}"


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many rows a whole file has under its heading when nothing is wrong."""

    min: int
    max: int

    def __post_init__(self) -> None:
        if not 0 <= self.min <= self.max:
            raise ValueError("expected 0 <= min <= max")


class Ignored(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Columns that are known and not used, and why."""

    because: str
    columns: tuple[str, ...]


class CellCorrection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `key` (the first of the layout's keys) publishes as `old` in `field` is read as `new`."""

    key: str
    field: str
    old: str
    new: str
    reason: str
    by: str
    made: datetime.date


class Layout(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One way in which a source lays out its table.

    A sheet is of this layout if every column of `recognised_by` is in its heading, which may be any of its first 15
    rows; or if most of the described columns are, so that a renamed column is caught instead of losing the table.
    `columns` gives our field for each published name. In names, `{yy}` stands for a financial year such as 2526,
    `{y}` for a year's two digits and `{year}` for 2026, 2025-26, 2025/26 or 2025 to 2026. `optional` are published
    names that some files lack. `key` are the fields without which a row says nothing. A cell in `absent` counts as
    empty.
    """

    id: str
    title: str
    recognised_by: tuple[str, ...]
    columns: dict[str, str]
    ignored: tuple[Ignored, ...] = ()
    optional: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    dates: DateOrder = "day first"
    absent: tuple[str, ...] = ()
    rows: Expected | None = None
    ranges: dict[str, Range] = {}
    corrections: tuple[CellCorrection, ...] = ()

    def __post_init__(self) -> None:
        described = [*self.columns, *(name for each in self.ignored for name in each.columns)]
        if twice := {name for name in described if described.count(name) > 1}:
            raise ValueError(f"the column {min(twice)!r} is described twice")
        if unknown := [name for name in (*self.recognised_by, *self.optional) if name not in described]:
            raise ValueError(f"the column {unknown[0]!r} is neither mapped nor ignored")
        fields = set(self.columns.values())
        named = [*self.key, *self.ranges, *(each.field for each in self.corrections)]
        if unmapped := [field for field in named if field not in fields]:
            raise ValueError(f"no column gives the field {unmapped[0]!r}")
        if not self.recognised_by:
            raise ValueError("recognised_by names no column")


def plain(name: str) -> str:
    """A column's name without what is only its looks: case, and spaces at its ends or doubled."""
    return " ".join(name.split()).casefold()


def pattern(name: str) -> re.Pattern[str] | None:
    """For a name with a year in it, what recognises it in `plain` names, the year as group `year`."""
    for mark, digits in _YEARS.items():
        if mark in name:
            before, _, after = plain(name).partition(mark)
            return re.compile(f"{re.escape(before)}{digits}{re.escape(after)}")
    return None
