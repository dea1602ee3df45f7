"""What all files of registers and outcomes say together, with since when and until when they say it."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from candour.warehouse import durable
from candour.warehouse.registers.made_tables import MADE, MadeTable
from candour.warehouse.registers.verdicts import write_verdicts
from candour.warehouse.rows import TableWriter, schema
from candour.warehouse.tables import problems
from candour.warehouse.tables.definition import MANY
from candour.warehouse.words.file import FILE
from candour.warehouse.words.registered import write_registered_words

MEMORY = "150MB"
"""DuckDB's share: with it, a build from a national register as a spreadsheet stays below half a gigabyte."""
_IN_ORDER = """
WITH staged AS (
    SELECT * EXCLUDE (file_row_number), ROW_NUMBER() OVER (ORDER BY seen, receipt, file_row_number) AS nth
    FROM said
)
"""


def build_registers_part(staged: Sequence[Path], folder: Path) -> None:
    """Write these tables into a new folder, from the staging folders of all receipts."""
    folder.mkdir()
    spill = folder.with_name(f"{folder.name}.spilled")
    with duckdb.connect(config={"memory_limit": MEMORY, "temp_directory": str(spill)}) as connection:
        for name, tables in MADE.items():
            if files := _files(staged, name):
                connection.read_parquet(files, file_row_number=True).create_view("said", replace=True)
                for made in tables:
                    _write(connection, made, folder)
    shutil.rmtree(spill, ignore_errors=True)
    write_verdicts(folder)
    _copy_problems(staged, folder)
    write_registered_words(folder)
    durable.sync(folder / FILE)
    durable.sync(folder)


def _files(staged: Sequence[Path], name: str) -> list[str]:
    return [str(file) for one in staged if (file := one / f"{name}.parquet").exists()]


def _write(connection: duckdb.DuckDBPyConnection, made: MadeTable, folder: Path) -> None:
    writer = TableWriter(made.table, folder)
    wanted = schema(made.table)
    for batch in connection.sql(_IN_ORDER + made.sql).to_arrow_reader(MANY):
        writer.keep(batch.select(wanted.names).cast(wanted))
    writer.close()


def _copy_problems(staged: Sequence[Path], folder: Path) -> None:
    writer = TableWriter(problems.TABLE, folder)
    for file in _files(staged, problems.TABLE.name):
        for batch in pq.ParquetFile(file).iter_batches(MANY):
            writer.keep(batch)
    writer.close()
