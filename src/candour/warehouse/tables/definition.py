"""How a table is defined: what a row is, and for each column its type, its meaning and where its value comes from."""

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any

import msgspec

from candour.warehouse.tables.kinds import Kind
from candour.warehouse.tables.process import Process


class Entry(msgspec.Struct, frozen=True, gc=False):
    """What one row is made from: a piece of a process's compiled release, and what holds it."""

    process: Process
    node: Any
    path: str = ""
    """Where `node` stands in the compiled release, without array positions: `tender.lots`."""
    parent: dict[str, Any] = {}
    number: int | None = None
    """The position of `node` (or of the award or contract that holds it) in its list, from 1."""
    stage: str = ""


class Source(msgspec.Struct, frozen=True):
    """Where a column's values come from, many rows at once.

    `path` is a field below the row's piece, empty where the value is derived.
    """

    values: Callable[[Sequence[Any]], list[Any]]
    path: str = ""


class Column(msgspec.Struct, frozen=True):
    """One column. A value that its kind cannot hold becomes null and a row of the table of problems."""

    name: str
    kind: Kind
    meaning: str
    source: Source


class Table(msgspec.Struct, frozen=True):
    """One table; `row` says in words what one row is, `entries` finds the pieces of a process that become rows.

    A table without `entries` is of no process: its columns take their values from receipts, corrections or problems.
    """

    name: str
    row: str
    entries: Callable[[Process], Iterable[Entry]] | None
    columns: tuple[Column, ...]


def field(path: str) -> Source:
    """A field of the row's own piece, such as `value.amount`."""
    look = _looking_up(path)
    return Source(lambda entries: look([entry.node for entry in entries]), path)


def of_parent(path: str) -> Source:
    """A field of the piece that holds the row's piece: the award of a supplier, the metric of an observation."""
    look = _looking_up(path)
    return Source(lambda entries: look([entry.parent for entry in entries]))


def attribute(name: str) -> Source:
    """An attribute of a receipt, correction or problem."""
    return derived(attrgetter(name))


def derived(take: Callable[[Any], Any]) -> Source:
    """A value that is worked out, row by row, rather than copied."""
    return Source(lambda entries: [take(entry) for entry in entries])


def _looking_up(path: str) -> Callable[[list[dict[str, Any]]], list[Any]]:
    """Looks a path up in many objects. Most values of the warehouse go through here, so there is no call for each."""
    *holders, last = path.split(".")

    def look(nodes: list[dict[str, Any]]) -> list[Any]:
        for holder in holders:
            nodes = [found if type(found := node.get(holder)) is dict else _EMPTY for node in nodes]
        return [node.get(last) for node in nodes]

    return look


_EMPTY: dict[str, Any] = {}
OCID = Source(lambda entries: [entry.process.ocid for entry in entries])
NUMBER = Source(lambda entries: [entry.number for entry in entries])
STAGE = Source(lambda entries: [entry.stage for entry in entries])
