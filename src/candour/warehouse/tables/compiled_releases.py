"""Compiled releases: each process as merged, whole."""

from collections.abc import Iterator

from candour.warehouse.tables.columns import OCID_COLUMN
from candour.warehouse.tables.definition import FEW, Column, Entry, Table, as_json, derived
from candour.warehouse.tables.kinds import JSON
from candour.warehouse.tables.process import Process


def _entries(process: Process) -> Iterator[Entry]:
    yield Entry(process, process.compiled)


TABLE = Table(
    "compiled_releases",
    "the compiled release of one process",
    _entries,
    (OCID_COLUMN, Column("release", JSON, "the compiled release", as_json(derived(lambda entry: entry.node)))),
    rows_together=FEW,
    compression="zstd",
)
