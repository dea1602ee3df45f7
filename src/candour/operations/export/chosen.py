"""Rows of the tables, restricted to the processes that somebody chose."""

from collections.abc import Iterator
from typing import Any

import msgspec

from candour.compare.selection import Selection
from candour.warehouse.engine import Engine
from candour.warehouse.tables import TABLES
from candour.warehouse.tables.definition import Table

AS_JSON = "compiled_releases"
"""The table that holds JSON: it leaves as JSON lines, not as a table."""


class Chosen(msgspec.Struct, frozen=True):
    """The tables, and which of their processes to take."""

    tables: Engine
    selection: Selection

    def names(self) -> list[str]:
        """The tables that leave as tables."""
        return [name for name in TABLES if name != AS_JSON]

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
