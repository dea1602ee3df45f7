"""How a table is defined: what a row is, and for each column its type, its meaning and where its value comes from."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from operator import attrgetter
from typing import Any, Literal

import msgspec
import orjson

from candour.warehouse.tables.kinds import Kind
from candour.warehouse.tables.process import Organisation, Process

MANY, FEW = 50_000, 1_000
"""So many rows of a table stand together in its files: few where each is long, because whoever wants one unpacks all
that stand with it."""


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
    holder_id: Any = None
    """The id of the award or contract in which `parent` stands, where that is not `parent` itself."""


class Rows:
    """What some rows of one table are made from, with whatever several columns need of it, looked up once."""

    def __init__(self, entries: Sequence[Any]) -> None:
        self.entries = entries
        self._below: dict[tuple[str, ...], list[dict[str, Any]]] = {}

    @cached_property
    def processes(self) -> list[Process]:
        """Whose each row's piece is."""
        return [entry.process for entry in self.entries]

    @cached_property
    def organisations(self) -> list[Organisation]:
        """Who each row's piece refers to."""
        return [entry.process.organisation(entry.node) for entry in self.entries]

    def below(self, *path: str) -> list[dict[str, Any]]:
        """The objects at a path that begins with an entry's `node` or `parent`; an empty one where there is none."""
        found = self._below.get(path)
        if found is None:
            found = self._below[path] = self._look(*path)
        return found

    def _look(self, *path: str) -> list[dict[str, Any]]:
        *holders, name = path
        if not holders:
            return list(map(attrgetter(name), self.entries))
        return [piece if type(piece := holder.get(name)) is dict else _EMPTY for holder in self.below(*holders)]


class Source(msgspec.Struct, frozen=True):
    """Where a column's values come from, many rows at once.

    `path` is a field below the row's piece, empty where the value is derived.
    """

    values: Callable[[Rows], list[Any]]
    path: str = ""


class Column(msgspec.Struct, frozen=True):
    """One column. A value that its kind cannot hold becomes null and a row of the table of problems."""

    name: str
    kind: Kind
    meaning: str
    source: Source

    @property
    def sql(self) -> str:
        """Its type in SQL."""
        return self.kind.sql


class Table(msgspec.Struct, frozen=True):
    """One table; `row` says in words what one row is, `entries` finds the pieces of a process that become rows.

    A table without `entries` is of no process: its columns take their values from receipts, corrections or problems.
    `compression` is LZ4 where questions read many rows, which takes a fifth less of their time than Zstandard, and
    Zstandard where rows are whole documents that are looked up one by one, and several times as small with it.
    """

    name: str
    row: str
    entries: Callable[[Process], Iterable[Entry]] | None
    columns: tuple[Column, ...]
    rows_together: int = MANY
    compression: Literal["lz4", "zstd"] = "lz4"


def field(path: str) -> Source:
    """A field of the row's own piece, such as `value.amount`."""
    return Source(_looking_up("node", path), path)


def of_parent(path: str) -> Source:
    """A field of the piece that holds the row's piece: the award of a supplier, the metric of an observation."""
    return Source(_looking_up("parent", path))


def _looking_up(where: str, path: str) -> Callable[[Rows], list[Any]]:
    """Most values of the warehouse go through here, so there is no call for each."""
    *holders, name = where, *path.split(".")
    return lambda rows: [holder.get(name) for holder in rows.below(*holders)]


def attribute(name: str) -> Source:
    """An attribute of an entry, receipt, correction or problem."""
    return derived(attrgetter(name))


def derived(take: Callable[[Any], Any]) -> Source:
    """A value that is worked out, row by row, rather than copied."""
    return Source(lambda rows: list(map(take, rows.entries)))


def as_json(source: Source) -> Source:
    """Values written as JSON when they are looked up, so that what they are made of need not be kept at hand."""

    def values(rows: Rows) -> list[bytes | None]:
        return [None if value is None else orjson.dumps(value) for value in source.values(rows)]

    return Source(values, source.path)


def of_organisation(name: str) -> Source:
    """An attribute of the organisation that the row's piece refers to."""
    take = attrgetter(name)
    return Source(lambda rows: list(map(take, rows.organisations)))


_EMPTY: dict[str, Any] = {}
OCID = attribute("process.ocid")
NUMBER = attribute("number")
STAGE = attribute("stage")
HOLDER_ID = attribute("holder_id")
