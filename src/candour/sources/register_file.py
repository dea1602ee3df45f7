"""What every register that comes as a table has in common: rows in, things out, problems between."""

from collections.abc import Callable, Iterator
from typing import BinaryIO

import msgspec

from candour.care.register import Address
from candour.ocds.problems import Problem
from candour.sources.account import Tally
from candour.sources.definition import TablesDefinition
from candour.sources.tabular.row import TableRow
from candour.sources.tabular.table import table_rows

Things = Callable[[TableRow, set[str]], Iterator[msgspec.Struct]]
"""What a row says, given the numbers already `seen`; it adds to them, and says what became of the row."""


def read_rows(
    stream: BinaryIO, *, name: str, definition: TablesDefinition, tally: Tally, things: dict[str, Things]
) -> Iterator[msgspec.Struct]:
    """What every row of a file says by its layout's `things`, and every problem."""
    seen: set[str] = set()
    for row in table_rows(stream, definition.layouts, name=name, tally=tally):
        if isinstance(row, Problem):
            yield row
            continue
        yield from things[row.matched.layout.id](row, seen)
        yield from row.problems


def address(row: TableRow, *lines: str) -> Address:
    """The address in fields called `lines`, `town` and `postcode`."""
    return Address(
        lines=tuple(line for field in lines if (line := row.text(field))),
        town=row.text("town"),
        postcode=row.text("postcode"),
    )


def listed(*things: str, ratings: int | None = None) -> str:
    """What a row gave, for its account: "a provider, a location, 2 ratings"."""
    counted = [] if ratings is None else [f"{ratings} rating{'' if ratings == 1 else 's'}"]
    return ", ".join([*things, *counted])
