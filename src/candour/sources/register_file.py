"""What every register that comes as a table has in common: rows in, things out, problems between."""

from collections.abc import Callable, Iterator
from typing import BinaryIO

import msgspec

from candour.care.ratings.rating import Rating
from candour.care.register import Address, Location, RegisteredProvider
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


def of_services(
    provider_field: str,
    provider: Callable[[TableRow, str], RegisteredProvider],
    location: Callable[[TableRow, str], Location],
    ratings: Callable[[TableRow, Location], Iterator[Rating]] | None = None,
) -> Things:
    """What rows say that are a service each: its provider where it was not seen before, the service, and its ratings.

    `provider_field` is by what providers are told apart; what stands there goes to `provider` and `location`.
    """

    def things(row: TableRow, seen: set[str]) -> Iterator[msgspec.Struct]:
        whose = row.text(provider_field)
        gave = ["a location"]
        if whose and whose not in seen:
            seen.add(whose)
            gave.insert(0, "a provider")
            yield provider(row, whose)
        service = location(row, whose)
        yield service
        if ratings:
            rated = list(ratings(row, service))
            yield from rated
            gave.append(f"{len(rated)} rating{'' if len(rated) == 1 else 's'}")
        row.used(", ".join(gave))

    return things


def address(row: TableRow, *lines: str) -> Address:
    """The address in fields called `lines`, `town` and `postcode`."""
    return Address(
        lines=tuple(line for field in lines if (line := row.text(field))),
        town=row.text("town"),
        postcode=row.text("postcode"),
    )
