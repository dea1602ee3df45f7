"""Processes to columns, and columns to Parquet files."""

from collections.abc import Sequence
from itertools import compress
from pathlib import Path
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from candour.ocds.problems import Problem, shorten
from candour.warehouse import durable, rules
from candour.warehouse.arrow_columns import NOT_ALL_AT_ONCE, arrow_column
from candour.warehouse.tables.definition import Column, Rows, Table
from candour.warehouse.tables.process import ProblemFound

Place = tuple[str, str]
"""Where a row is from: the ocid, and the path in the compiled release; empty for rows that are of no process."""


class LookedUp(msgspec.Struct):
    """The values of some rows of one table, column by column, as published: all that is needed of their processes."""

    places: list[Place]
    columns: list[list[Any]]

    def extend(self, more: "LookedUp") -> None:
        """Put further rows below these."""
        self.places += more.places
        for values, further in zip(self.columns, more.columns, strict=True):
            values += further

    def only(self, ocid: str) -> "LookedUp":
        """The rows of one process."""
        its = [whose == ocid for whose, _ in self.places]
        return LookedUp(list(compress(self.places, its)), [list(compress(values, its)) for values in self.columns])


class TableWriter:
    """Writes one table of one bucket. No rows, no file."""

    def __init__(self, table: Table, folder: Path) -> None:
        self._table = table
        self._path = folder / f"{table.name}.parquet"
        self._schema = schema(table)
        self._waiting: list[pa.RecordBatch] = []
        self._waiting_rows = 0
        self._file: pq.ParquetWriter | None = None

    def add(self, entries: Sequence[object]) -> list[ProblemFound]:
        """Keep a row for each entry; returns what could not be kept as it was published."""
        rows, problems = self.converted(self.look_up(entries))
        self.keep(rows)
        return problems

    def look_up(self, entries: Sequence[object]) -> LookedUp:
        """The values of a row for each entry, as published."""
        rows, of_processes = Rows(entries), self._table.entries is not None
        places = [(entry.process.ocid, entry.path) if of_processes else ("", "") for entry in rows.entries]
        return LookedUp(places, [column.source.values(rows) for column in self._table.columns])

    def converted(self, found: LookedUp) -> tuple[pa.RecordBatch, list[ProblemFound]]:
        """The rows of what was looked up, and what could not be kept as it was published."""
        problems: list[ProblemFound] = []
        columns = [
            cells(column, values, found.places, problems)
            for column, values in zip(self._table.columns, found.columns, strict=True)
        ]
        return pa.record_batch(columns, schema=self._schema), problems

    def keep(self, rows: pa.RecordBatch) -> None:
        """Keep rows of this table, and write when there are enough."""
        if rows.num_rows == 0:
            return
        self._waiting.append(rows)
        self._waiting_rows += rows.num_rows
        if self._waiting_rows >= self._table.rows_together:
            self._write()

    def close(self) -> None:
        """Everything is on the disk."""
        self.finish()
        if self._file:
            durable.sync(self._path)

    def finish(self) -> None:
        """The file is whole, but would not survive a power cut before somebody syncs it."""
        if self._waiting:
            self._write()
        if self._file:
            self._file.close()

    def _write(self) -> None:
        if self._file is None:
            level = 1 if self._table.compression == "zstd" else None
            self._file = pq.ParquetWriter(
                self._path, self._schema, compression=self._table.compression, compression_level=level
            )
        self._file.write_table(pa.Table.from_batches(self._waiting), row_group_size=self._table.rows_together)
        self._waiting, self._waiting_rows = [], 0


def schema(table: Table) -> pa.Schema:
    """The columns as Arrow and Parquet know them."""
    return pa.schema([(column.name, arrow_column(column.kind).type) for column in table.columns])


def cells(column: Column, values: list[Any], places: Sequence[Place], problems: list[ProblemFound]) -> pa.Array:
    """One column of what was looked up for some rows; what it cannot hold becomes null and a problem."""
    kind, arrow = column.kind, arrow_column(column.kind)
    if arrow.all_at_once:
        try:
            return arrow.all_at_once(values)
        except NOT_ALL_AT_ONCE:
            pass  # At least one value is odd: find out which.
    converted = [None if value is None else kind.convert(value) for value in values]
    if converted.count(None) > values.count(None):
        for place, value, kept in zip(places, values, converted, strict=True):
            if kept is None and value is not None:
                problems.append(_not_kept(column, place, value))
    return pa.array(converted, arrow.type)


def _not_kept(column: Column, place: Place, published: Any) -> ProblemFound:
    ocid, path = place
    return ProblemFound(
        Problem(
            rule=rules.VALUE_NOT_KEPT,
            path=".".join(filter(None, (path, column.source.path or column.name))),
            found=shorten(published),
            expected=column.kind.meaning,
            ocid=ocid,
        ),
        receipt="",
    )
