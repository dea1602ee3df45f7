"""What the files of a version hold of each table."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from candour.warehouse.derived import Derived, DerivedColumn
from candour.warehouse.tables import TABLES
from candour.warehouse.tables.definition import Column, Table


class Held(msgspec.Struct, frozen=True):
    """A table of a version: its Parquet files in the order of their rows, or else the query that gives its rows."""

    name: str
    columns: tuple[Column, ...] | tuple[DerivedColumn, ...]
    files: list[str]
    query: str


def held_in(paths: Iterable[Path], derived: Sequence[Derived] = (), *, written: bool = False) -> dict[str, Held]:
    """Every table, by name, with those of these files that hold it.

    Derived tables that are not `written` there, or were by another query, are computed whenever they are asked for.
    """
    files: dict[str, list[str]] = defaultdict(list)
    for path in sorted(map(str, paths)):
        files[path.rpartition("/")[2].removesuffix(".parquet")].append(path)
    held = {
        table.name: Held(table.name, table.columns, files[table.name], without_rows(table))
        for table in TABLES.values()
    }
    for one in derived:
        query = without_rows(one) if written else one.query
        held[one.name] = Held(one.name, one.columns, files[one.name] if written else [], query)
    return held


def without_rows(table: Table | Derived) -> str:
    """SQL that gives the table's columns, and no row."""
    columns = ", ".join(f"CAST(NULL AS {column.sql}) AS {column.name}" for column in table.columns)
    return f"SELECT {columns} LIMIT 0"
