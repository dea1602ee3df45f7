"""The tables in one folder of a version, while the index beside them is made."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import duckdb

from candour.warehouse.duckdb_views import DuckDBViews
from candour.warehouse.files import held_in

_MEMORY = "150MB"
_ROWS_AT_ONCE = 1000

Rows = Callable[[str], Iterator[tuple[Any, ...]]]


@contextmanager
def tables_in(folder: Path) -> Iterator[Rows]:
    """A function that gives the rows of a query; what does not fit in memory waits in the folder."""
    config: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": _MEMORY,
        "threads": 1,
        "temp_directory": str(folder),
    }
    with closing(duckdb.connect(config=config)) as connection:
        views = DuckDBViews(connection, held_in(folder.glob("*.parquet")))

        def rows(query: str) -> Iterator[tuple[Any, ...]]:
            views.make_for(query)
            found = connection.execute(query)
            while some := found.fetchmany(_ROWS_AT_ONCE):
                yield from some

        yield rows
