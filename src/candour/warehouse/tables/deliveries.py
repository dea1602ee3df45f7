"""Deliveries: what was observed while contracts ran."""

from collections.abc import Iterator

from candour.warehouse.tables.columns import OCID_COLUMN, number_column, plain
from candour.warehouse.tables.definition import HOLDER_ID, Column, Entry, Table
from candour.warehouse.tables.kinds import TEXT
from candour.warehouse.tables.observations import COLUMNS, entries_of
from candour.warehouse.tables.process import Process, piece, pieces


def _entries(process: Process) -> Iterator[Entry]:
    for number, contract in enumerate(process.contracts, 1):
        metrics = pieces(piece(contract, "implementation"), "metrics")
        holder = ("implementation", number, contract.get("id"))
        yield from entries_of(process, metrics, "contracts.implementation.metrics", holder)


TABLE = Table(
    "deliveries",
    "one observation under the implementation of a contract",
    _entries,
    (
        OCID_COLUMN,
        number_column("contract_number", "contract"),
        Column("contract_id", TEXT, "id of the contract", HOLDER_ID),
        *COLUMNS,
        plain("milestone_id", TEXT, "relatedImplementationMilestone.id", "id of the milestone that it belongs to"),
    ),
)
