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
    """Where a column's value comes from; `path` is a field below the row's piece, empty where derived."""

    take: Callable[[Entry], Any]
    path: str = ""


class Column(msgspec.Struct, frozen=True):
    """One column. A value that its kind cannot hold becomes null and a row of the table of problems."""

    name: str
    kind: Kind
    meaning: str
    source: Source


class Table(msgspec.Struct, frozen=True):
    """One table; `row` says in words what one row is, `entries` finds the pieces of a process that become rows.

    A table without `entries` is about the archive instead: its rows are made from receipts or corrections.
    """

    name: str
    row: str
    entries: Callable[[Process], Iterable[Entry]] | None
    columns: tuple[Column, ...]


def field(path: str) -> Source:
    """A field of the row's own piece, such as `value.amount`."""
    return Source(_getter(path.split("."), lambda entry: entry.node), path)


def of_parent(path: str) -> Source:
    """A field of the piece that holds the row's piece: the award of a supplier, the metric of an observation."""
    return Source(_getter(path.split("."), lambda entry: entry.parent))


def attribute(name: str) -> Source:
    """An attribute of the row's own piece, where that is one of our objects and no JSON."""
    return Source(attrgetter(f"node.{name}"))


def derived(take: Callable[[Entry], Any]) -> Source:
    """A value that is worked out rather than copied."""
    return Source(take)


def _getter(keys: Sequence[str], start: Callable[[Entry], dict[str, Any]]) -> Callable[[Entry], Any]:
    if len(keys) == 1:
        (only,) = keys
        return lambda entry: start(entry).get(only)

    def take(entry: Entry) -> Any:
        value: Any = start(entry)
        for key in keys:
            if not isinstance(value, dict):
                return None
            value = value.get(key)
        return value

    return take


OCID = Source(lambda entry: entry.process.ocid)
NUMBER = Source(lambda entry: entry.number)
STAGE = Source(lambda entry: entry.stage)
