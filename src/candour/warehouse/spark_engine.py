"""Apache Spark over the same files, for when one machine is too small. Needs the extra `spark` and a Java runtime."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import sqlglot
from sqlglot import expressions

from candour.errors import CandourError
from candour.warehouse.engine import Parameters, QueryError, Result
from candour.warehouse.files import Held
from candour.warehouse.words.words import OpenedWords, Words

try:
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession
except ImportError as missing:
    raise CandourError("Spark is not installed: pip install 'candour-care[spark]', or use DuckDB") from missing


class SparkEngine:
    """The tables as views of a Spark session of their own."""

    def __init__(
        self,
        folder: Path,
        data_version: str,
        held: Mapping[str, Held],
        *,
        memory_limit: str = "1GB",
        threads: int = 2,
    ) -> None:
        """`folder` is the version's, `held` what is in it.

        `memory_limit` is for the whole of Spark and counts when it starts.
        """
        self.data_version = data_version
        self._words = OpenedWords(folder)
        self._names = tuple(held)
        self._session = _session(memory_limit, threads)
        for table in held.values():
            reading = self._session.read.schema(_schema(table))
            rows = reading.parquet(*table.files) if table.files else self._session.sql(to_spark(table.query))
            rows.createOrReplaceTempView(table.name)

    @property
    def words(self) -> Words:
        return self._words.opened

    def query(self, sql: str, parameters: Parameters = ()) -> Result:
        try:
            found = self._session.sql(to_spark(sql), args=parameters or None)
            return Result.of(found.columns, found.collect())
        except (PySparkException, sqlglot.errors.SqlglotError) as error:
            raise QueryError(_first_line(error)) from error

    def stream(self, sql: str, parameters: Parameters = ()) -> Iterator[tuple[Any, ...]]:
        try:
            yield from map(tuple, self._session.sql(to_spark(sql), args=parameters or None).toLocalIterator())
        except (PySparkException, sqlglot.errors.SqlglotError) as error:
            raise QueryError(_first_line(error)) from error

    def of_process(self, ocid: str) -> "SparkEngine":  # noqa: ARG002  (it looks into all files whatever is asked)
        return self

    def close(self) -> None:
        self._words.close()
        for name in self._names:
            self._session.catalog.dropTempView(name)


def _first_line(error: Exception) -> str:
    """What went wrong; the rest is the plan and Java's own trace."""
    return str(error).strip().partition("\n")[0]


def to_spark(sql: str) -> str:
    """DuckDB's SQL as Spark's. Raises sqlglot's errors where it cannot be read."""
    (statement,) = sqlglot.parse(sql, read="duckdb")
    assert statement is not None
    return statement.transform(_spelled_for_spark).sql("spark")


def _schema(table: Held) -> str:
    """The columns as Spark writes them; it would read every file to find them out."""
    types = ((c.name, expressions.DataType.build(c.sql, dialect="duckdb")) for c in table.columns)
    return ", ".join(f"{name} {kind.sql('spark')}" for name, kind in types)


def _spelled_for_spark(node: expressions.Expression) -> expressions.Expression:
    """What sqlglot does not turn round itself."""
    if isinstance(node, expressions.PercentileCont):
        return expressions.Anonymous(this="PERCENTILE", expressions=[node.this, node.expression])
    return node


def _session(memory_limit: str, threads: int) -> Any:
    """A session of its own in this process's Spark, which is started where there is none."""
    builder = SparkSession.builder.master(f"local[{threads}]").appName("candour")
    settings = {
        "spark.driver.memory": memory_limit.removesuffix("B").lower(),
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.shuffle.partitions": threads,
        "spark.ui.enabled": False,
        "spark.ui.showConsoleProgress": False,
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    try:
        return builder.getOrCreate().newSession()
    except PySparkException as error:
        raise CandourError(
            f"Spark did not start: it needs Java 17 or later ({' '.join(str(error).split())})"
        ) from error
