"""Tables as files: CSV, one workbook, Parquet."""

import csv
from collections.abc import Callable, Iterator
from datetime import datetime
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

import orjson
import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

from candour.errors import CandourError
from candour.operations.export.chosen import Chosen
from candour.warehouse.rows import schema
from candour.warehouse.tables import TABLES
from candour.warehouse.tables.definition import Table

LARGEST_SHEET = 1_048_576
LARGEST_CELL = 32_767
BATCH = 20_000

Row = tuple[Any, ...]
Writer = Callable[[Table, Iterator[Row], Path], None]


def write_csv(table: Table, rows: Iterator[Row], path: Path) -> None:
    """UTF-8 with a header; lists are JSON; times are ISO 8601 in UTC; an empty cell is absent, never nought."""
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow([column.name for column in table.columns])
        out.writerows([_text(value) for value in row] for row in rows)


def write_parquet(table: Table, rows: Iterator[Row], path: Path) -> None:
    """One file with the same types as in the warehouse."""
    types = schema(table)
    with pq.ParquetWriter(path, types, compression="zstd") as out:
        while batch := list(islice(rows, BATCH)):
            columns = [
                pa.array(values, field.type) for values, field in zip(zip(*batch, strict=True), types, strict=True)
            ]
            out.write_batch(pa.record_batch(columns, schema=types))


def write_workbook(chosen: Chosen, path: Path, progress: Callable[[str], None]) -> None:
    """One sheet a table, after one that says what every column means.

    Raises:
        CandourError: a table has more rows than a sheet can hold.
    """
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "remove_timezone": True,
    }
    with xlsxwriter.Workbook(str(path), options) as book:
        bold = book.add_format({"bold": True})
        day = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        meanings = book.add_worksheet("what it means")
        meanings.write_row(0, 0, ("table", "column", "type", "meaning"), bold)
        line = 1
        for name in chosen.names():
            progress(name)
            table = TABLES[name]
            for column in table.columns:
                meanings.write_row(line, 0, (name, column.name, column.kind.meaning, column.meaning))
                line += 1
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            sheet.write_row(0, 0, [column.name for column in table.columns], bold)
            for number, row in enumerate(chosen.rows(table), 1):
                if number == LARGEST_SHEET:
                    raise CandourError(
                        f"the table {name} has more rows than a sheet can hold ({LARGEST_SHEET:,}); "
                        "choose less with --since or --council, or export csv or parquet"
                    )
                for place, value in enumerate(row):
                    _write_cell(sheet, number, place, value, day)


def _write_cell(sheet: Any, row: int, column: int, value: Any, day: Any) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, Decimal | int):
        sheet.write_number(row, column, value)
    elif isinstance(value, datetime):
        sheet.write_datetime(row, column, value, day)
    else:
        sheet.write_string(row, column, _text(value)[:LARGEST_CELL])


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return format(value.normalize(), "f")
        case datetime():
            return f"{value.isoformat()}Z"
        case list():
            return orjson.dumps(value).decode()
        case _:
            return str(value)
