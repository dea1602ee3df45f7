"""Tables as views of a DuckDB database."""

import re
from collections.abc import Mapping
from threading import Lock

import duckdb

from candour.warehouse.files import Held

_WORD = re.compile(r"\w+")


class DuckDBViews:
    """A view for each table, made when a query first names it: each has to look into its files."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, held: Mapping[str, Held]) -> None:
        self._connection = connection
        self._unseen = dict(held)
        self._making = Lock()

    def make_for(self, sql: str) -> None:
        """Make those that the SQL names and that are not there yet."""
        with self._making:
            self._make_for(sql)

    def _make_for(self, sql: str) -> None:
        for name in set(_WORD.findall(sql.lower())) & self._unseen.keys():
            if table := self._unseen.pop(name, None):
                self._rows_of(table).create_view(name)

    def _rows_of(self, table: Held) -> duckdb.DuckDBPyRelation:
        if table.files:
            return self._connection.read_parquet(table.files)
        self._make_for(table.query)
        return self._connection.sql(table.query)
