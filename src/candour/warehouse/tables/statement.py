"""What tables of registers and outcomes are made from: one thing that one file says, and since when it is said."""

from collections.abc import Callable
from datetime import date
from operator import attrgetter
from typing import Any

import msgspec

from candour.warehouse.tables.definition import Column, Rows, Source, attribute, derived
from candour.warehouse.tables.kinds import DAY, TEXT, Kind


class Statement(msgspec.Struct, frozen=True, gc=False):
    """`thing` as the file of `receipt` says it; `seen` is the day that the file is of."""

    thing: Any
    receipt: str
    seen: date


SEEN = Column("seen", DAY, "the day of the file that says so", attribute("seen"))
RECEIPT = Column("receipt", TEXT, "the receipt of the last file that says so", attribute("receipt"))
FIRST_SEEN = Column("first_seen", DAY, "the day of the first file that says so", attribute("seen"))
LAST_SEEN = Column("last_seen", DAY, "the day of the last file that says so", attribute("seen"))


def said(name: str, kind: Kind, path: str, meaning: str) -> Column:
    """A column that is what the file says at `path`; an empty text or list says nothing, and is null."""
    return Column(name, kind, meaning, _said(path))


def worked_out(name: str, kind: Kind, take: Callable[[Any], Any], meaning: str) -> Column:
    """A column that follows from the thing."""
    return Column(name, kind, meaning, derived(lambda statement: take(statement.thing)))


def _said(path: str) -> Source:
    take = attrgetter(f"thing.{path}")

    def values(rows: Rows) -> list[Any]:
        found = map(take, rows.entries)
        return [None if not value and isinstance(value, str | tuple) else value for value in found]

    return Source(values)
