"""One way to ask the tables, whatever answers: DuckDB on one machine, Spark where one is too small."""

from collections import namedtuple
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

import msgspec

from candour.errors import CandourError
from candour.warehouse.words.words import Words

Parameters = Sequence[Any] | Mapping[str, Any]


class QueryError(CandourError):
    """The SQL could not be run; the message is the engine's, on one line."""


class TooLongError(QueryError):
    """A question was not answered in the time that it may take."""


class Result(msgspec.Struct, frozen=True):
    """Rows in the order that the query gives them: tuples whose values are also attributes, by the column's name."""

    columns: tuple[str, ...]
    rows: list[Any]

    @classmethod
    def of(cls, columns: Iterable[str], rows: Iterable[Iterable[Any]]) -> "Result":
        """The result with these columns and rows."""
        names = tuple(columns)
        row_type = _row_type(names)
        return cls(names, [row_type._make(row) for row in rows])

    def __iter__(self) -> Iterator[Any]:
        return iter(self.rows)


def _row_type(names: Sequence[str]) -> Any:
    """Columns without a name that Python allows are called by their position: `_2`."""
    return namedtuple("Row", [*names], rename=True)


class Engine(Protocol):
    """Read-only access to one version of the tables. It stays on that version while newer ones are built."""

    @property
    def data_version(self) -> str:
        """Of the tables that answers are from."""

    @property
    def words(self) -> Words:
        """The index of the words of the same version. Raises NotBuiltError where it was made without one."""

    def query(self, sql: str, parameters: Parameters = ()) -> Result:
        """Run one query, written in DuckDB's SQL. Raises QueryError.

        Values go into it as parameters, never as text: `?` takes them by position, `$name` by name.
        """

    def stream(self, sql: str, parameters: Parameters = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a query as plain tuples, without holding them all. Raises QueryError."""

    def of_process(self, ocid: str) -> "Engine":
        """The same tables for questions about one process, which are answered sooner.

        Every row of this process is in them. Of other processes some may be missing, of tables that are not made of
        processes none. It ends with the tables that it is from.
        """

    def close(self) -> None:
        """Let go of the tables."""
