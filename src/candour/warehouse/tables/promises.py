"""Promises: metrics that were forecast, asked for or agreed."""

from collections.abc import Iterator

from candour.warehouse.tables.columns import OCID_COLUMN, stage_column
from candour.warehouse.tables.definition import HOLDER_ID, NUMBER, Column, Entry, Table
from candour.warehouse.tables.kinds import TEXT, WHOLE
from candour.warehouse.tables.observations import COLUMNS, entries_of
from candour.warehouse.tables.process import Process, piece, pieces


def _entries(process: Process) -> Iterator[Entry]:
    forecasts = pieces(piece(process.compiled, "planning"), "forecasts")
    yield from entries_of(process, forecasts, "planning.forecasts", ("planning", None, None))
    yield from entries_of(process, pieces(process.tender, "targets"), "tender.targets", ("tender", None, None))
    for number, award in enumerate(process.awards, 1):
        agreed = pieces(award, "agreedMetrics")
        yield from entries_of(process, agreed, "awards.agreedMetrics", ("award", number, award.get("id")))
    for number, contract in enumerate(process.contracts, 1):
        agreed = pieces(contract, "agreedMetrics")
        yield from entries_of(process, agreed, "contracts.agreedMetrics", ("contract", number, contract.get("id")))


TABLE = Table(
    "promises",
    "one observation of a forecast, target or agreed metric",
    _entries,
    (
        OCID_COLUMN,
        stage_column("planning (forecast), tender (target), award or contract (agreed)"),
        Column("holder_number", WHOLE, "position of its award or contract, from 1", NUMBER),
        Column("holder_id", TEXT, "id of its award or contract", HOLDER_ID),
        *COLUMNS,
    ),
)
