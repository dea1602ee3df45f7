"""The rows that are of no process: receipts, corrections, and what could not be read."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from candour.ocds.problems import Problem
from candour.warehouse import durable
from candour.warehouse.inventory import Inventory
from candour.warehouse.plan import Batch
from candour.warehouse.rows import TableWriter
from candour.warehouse.stage_file import FrameReader
from candour.warehouse.tables import corrections, problems, receipts
from candour.warehouse.tables.definition import Table
from candour.warehouse.tables.process import ProblemFound

ROWS_AT_ONCE = 10_000


def build_archive_part(inventory: Inventory, refused: list[Batch], folder: Path) -> None:
    """Write these tables into a new folder."""
    folder.mkdir()
    _write(receipts.TABLE, iter(inventory.receipts), folder)
    _write(corrections.TABLE, iter(inventory.corrections), folder)
    _write(problems.TABLE, _problems(refused), folder)
    durable.sync(folder)


def _write(table: Table, things: Iterator[object], folder: Path) -> None:
    writer = TableWriter(table, folder)
    while some := list(islice(things, ROWS_AT_ONCE)):
        writer.add(some)
    writer.close()


def _problems(batches: list[Batch]) -> Iterator[ProblemFound]:
    reader = FrameReader(Problem)
    for batch in batches:
        with batch.path.open("rb") as file:
            for problem in reader.read(file, batch.frames):
                yield ProblemFound(problem, batch.receipt.id)
