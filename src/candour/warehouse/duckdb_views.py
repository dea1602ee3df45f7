"""Tables as views of a DuckDB database: of all files, and of those of one bucket beside them."""

import re
from collections.abc import Mapping
from pathlib import PurePath
from threading import Lock

import duckdb

from candour.warehouse.files import Held

_WORD = re.compile(r"\w+")


class DuckDBViews:
    """A view for each table, made when a query first names it: each has to look into its files."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, held: Mapping[str, Held]) -> None:
        self._connection = connection
        self._held = held
        self._made: set[tuple[str, str]] = set()
        """Schemas and names; what is of all files has no schema of its own."""
        self._schemas: set[str] = set()
        self._making = Lock()

    def make_for(self, sql: str) -> None:
        """Make those that the SQL names and that are not there yet."""
        with self._making:
            self._make_for(sql)

    def look_into(self, bucket: str, sql: str, cursor: duckdb.DuckDBPyConnection) -> None:
        """Make the cursor see, of the tables that the SQL names, the bucket's files; all where it has none."""
        schema = f"bucket_{bucket}"
        with self._making:
            if schema not in self._schemas:
                cursor.execute(f"CREATE SCHEMA {schema}")
                self._schemas.add(schema)
            cursor.execute(f"USE {schema}")
            for name in self._named(sql):
                if (schema, name) not in self._made:
                    own = [file for file in self._held[name].files if PurePath(file).parent.name == bucket]
                    if own:
                        cursor.read_parquet(own).create_view(name)
                    else:
                        self._make_for(name)
                    self._made.add((schema, name))

    def _named(self, sql: str) -> set[str]:
        return set(_WORD.findall(sql.lower())) & self._held.keys()

    def _make_for(self, sql: str) -> None:
        for name in self._named(sql):
            if ("", name) not in self._made:
                self._made.add(("", name))
                self._rows_of(self._held[name]).create_view(name)

    def _rows_of(self, table: Held) -> duckdb.DuckDBPyRelation:
        if table.files:
            return self._connection.read_parquet(table.files)
        self._make_for(table.query)
        return self._connection.sql(table.query)
