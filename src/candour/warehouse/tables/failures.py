"""Failures: where a supplier did not perform."""

from collections.abc import Iterator

from candour.warehouse.tables.columns import OCID_COLUMN, money, number_column, plain
from candour.warehouse.tables.definition import Column, Entry, Table, derived, of_parent
from candour.warehouse.tables.kinds import AMOUNT, TEXT, TEXTS, TIME, YES_NO
from candour.warehouse.tables.process import Process, piece, pieces


def _entries(process: Process) -> Iterator[Entry]:
    for number, contract in enumerate(process.contracts, 1):
        for failure in pieces(piece(contract, "implementation"), "performanceFailures"):
            yield Entry(process, failure, "contracts.implementation.performanceFailures", contract, number)


TABLE = Table(
    "failures",
    "one performance failure of a contract",
    _entries,
    (
        OCID_COLUMN,
        number_column("contract_number", "contract"),
        Column("contract_id", TEXT, "id of the contract", of_parent("id")),
        plain("failure_id", TEXT, "id", "id of the failure"),
        plain("category", TEXT, "category", "what kind of failure"),
        plain("description", TEXT, "description", "what happened"),
        plain("requirement", TEXT, "requirement", "what had been required"),
        plain("period_start", TIME, "period.startDate", "start of the time in which it happened"),
        plain("period_end", TIME, "period.endDate", "end of that time"),
        plain("events", AMOUNT, "events", "how often it happened"),
        plain("penalty_contracted", TEXT, "penaltyContracted", "the penalty in the contract"),
        plain("penalty_imposed", TEXT, "penaltyImposed", "the penalty that was imposed"),
        plain("penalty_paid", YES_NO, "penaltyPaid", "whether it was paid"),
        plain("penalty_type", TEXT, "penaltyType", "kind of penalty"),
        *money("penalty_", "penaltyValue", "the penalty, where it is an amount of money"),
        plain("decision_date", TIME, "decisionDate", "when the failure was established"),
        plain("penalty_date", TIME, "penaltyDate", "when the penalty was imposed"),
        Column(
            "supplier_keys",
            TEXTS,
            "keys of the suppliers that failed, where that is said",
            derived(lambda e: [e.process.organisation(s).key for s in pieces(e.node, "suppliers")] or None),
        ),
    ),
)
