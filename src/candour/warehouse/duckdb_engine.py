"""DuckDB, embedded: reads the Parquet files of one version, and nothing else."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import Any

import duckdb

from candour.warehouse.duckdb_views import DuckDBViews
from candour.warehouse.engine import Engine, Parameters, QueryError, Result, TooLongError
from candour.warehouse.files import Held
from candour.warehouse.shards import bucket_name, bucket_of, shard_of
from candour.warehouse.words.words import OpenedWords, Words

MANY = 2
"""From so many buckets on, looking into one of them is worth its while."""
ROWS_AT_ONCE = 10_000
"""So many rows of a stream are held together."""


class DuckDBEngine:
    """The tables as views of a database in memory, without access to any file but theirs."""

    def __init__(
        self,
        folder: Path,
        data_version: str,
        held: Mapping[str, Held],
        *,
        divided: int = 0,
        memory_limit: str = "1GB",
        threads: int = 2,
        seconds: float | None = None,
    ) -> None:
        """`folder` is the version's, `held` what is in it; `memory_limit` as DuckDB writes it, such as "500MB".

        `divided` is into how many buckets, 0 where nobody knows. A question that takes longer than `seconds` is given
        up.
        """
        self.data_version = data_version
        self._divided = divided
        self._seconds = seconds
        self._words = OpenedWords(folder)
        self._connection = duckdb.connect(config={"memory_limit": memory_limit, "threads": threads})
        # A question looks into the same files many times over: what they hold where is read once.
        self._connection.execute("SET parquet_metadata_cache = true")
        self._connection.execute("SET allowed_directories = ?", [[str(folder)]])
        self._connection.execute("SET enable_external_access = false")
        self._connection.execute("SET lock_configuration = true")
        self._views = DuckDBViews(self._connection, held)

    @property
    def words(self) -> Words:
        return self._words.opened

    def query(self, sql: str, parameters: Parameters = (), *, bucket: str = "") -> Result:
        with _telling_errors(), self._connection.cursor() as cursor, self._limited(cursor):
            cursor.execute(self._one_query(cursor, sql, bucket), parameters or None)
            return Result.of((column[0] for column in cursor.description or ()), cursor.fetchall())

    def stream(self, sql: str, parameters: Parameters = (), *, bucket: str = "") -> Iterator[tuple[Any, ...]]:
        with _telling_errors(), self._connection.cursor() as cursor:
            with self._limited(cursor):
                cursor.execute(self._one_query(cursor, sql, bucket), parameters or None)
            while rows := cursor.fetchmany(ROWS_AT_ONCE):
                yield from rows

    def of_process(self, ocid: str) -> Engine:
        if self._divided < MANY:
            return self
        return _OfBucket(self, bucket_name(bucket_of(shard_of(ocid), self._divided)))

    def close(self) -> None:
        self._words.close()
        self._connection.close()

    @contextmanager
    def _limited(self, cursor: duckdb.DuckDBPyConnection) -> Iterator[None]:
        """Interrupts the cursor when its time is over."""
        if self._seconds is None:
            yield
            return
        timer = Timer(self._seconds, cursor.interrupt)
        timer.start()
        try:
            yield
        except duckdb.InterruptException as error:
            raise TooLongError(f"this takes longer than {self._seconds:g} seconds; ask for less at once") from error
        finally:
            timer.cancel()

    def _one_query(self, cursor: duckdb.DuckDBPyConnection, sql: str, bucket: str) -> duckdb.Statement:
        """The one query in the SQL: DuckDB lets those who may read a folder write to it too."""
        statements = cursor.extract_statements(sql)
        if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
            raise QueryError("the warehouse answers one SELECT at a time, and changes nothing")
        if bucket:
            self._views.look_into(bucket, sql, cursor)
        else:
            self._views.make_for(sql)
        return statements[0]


class _OfBucket:
    """The tables as they are seen from one bucket."""

    def __init__(self, tables: DuckDBEngine, bucket: str) -> None:
        self.data_version = tables.data_version
        self._tables, self._bucket = tables, bucket

    @property
    def words(self) -> Words:
        return self._tables.words

    def query(self, sql: str, parameters: Parameters = ()) -> Result:
        return self._tables.query(sql, parameters, bucket=self._bucket)

    def stream(self, sql: str, parameters: Parameters = ()) -> Iterator[tuple[Any, ...]]:
        return self._tables.stream(sql, parameters, bucket=self._bucket)

    def of_process(self, ocid: str) -> Engine:
        return self._tables.of_process(ocid)

    def close(self) -> None:
        """Nothing of its own is open."""


@contextmanager
def _telling_errors() -> Iterator[None]:
    try:
        yield
    except duckdb.BinderException as error:
        reason = " ".join(str(error).split())
        raise QueryError(
            f"{reason}; if another Candour built these tables, `candour build` makes them anew"
        ) from error
    except duckdb.Error as error:
        raise QueryError(" ".join(str(error).split())) from error
