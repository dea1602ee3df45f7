"""Rows of the tables, restricted to the processes that somebody chose."""

from collections.abc import Iterator
from typing import Any

import msgspec

from candour.compare.selection import Selection
from candour.warehouse.engine import Engine
from candour.warehouse.tables import TABLES
from candour.warehouse.tables.definition import Table

AS_JSON, AS_PACKAGES = "compiled_releases", "published_releases"
"""The tables that hold whole releases: they leave as JSON lines and as packages, not as tables."""


class Chosen(msgspec.Struct, frozen=True):
    """The tables, and which of their processes to take."""

    tables: Engine
    selection: Selection

    def names(self) -> list[str]:
        """The tables that leave as tables."""
        return [name for name in TABLES if name not in (AS_JSON, AS_PACKAGES)]

    def rows(self, table: Table, columns: str = "*") -> Iterator[tuple[Any, ...]]:
        """The rows of one table, in the order of their processes; a table about the archive is given whole."""
        if table.entries is None:
            return self.tables.stream(f"SELECT {columns} FROM {table.name}", {})
        condition, parameters = self.selection.condition()
        sql = f"""
            SELECT {columns} FROM {table.name}
            WHERE ocid IN (SELECT ocid FROM processes WHERE {condition})
            ORDER BY ocid
        """
        return self.tables.stream(sql, parameters)
