"""Contracts: what was signed, and what became of it."""

from collections.abc import Iterator

from candour.warehouse.tables.columns import OCID_COLUMN, money, money_and_gross, number_column, plain
from candour.warehouse.tables.definition import Column, Entry, Source, Table, derived
from candour.warehouse.tables.kinds import TEXT, TEXTS, TIME, WHOLE
from candour.warehouse.tables.process import Process, piece, pieces


def _entries(process: Process) -> Iterator[Entry]:
    for number, contract in enumerate(process.contracts, 1):
        yield Entry(process, contract, "contracts", number=number)


def _count(holder: str, name: str) -> Source:
    return derived(lambda entry: len(pieces(piece(entry.node, holder) if holder else entry.node, name)))


TABLE = Table(
    "contracts",
    "one contract",
    _entries,
    (
        OCID_COLUMN,
        number_column("contract_number", "contract"),
        plain("contract_id", TEXT, "id", "id of the contract"),
        plain("award_id", TEXT, "awardID", "id of its award"),
        Column(
            "award_number",
            WHOLE,
            "position of its award in the process, null where none fits",
            derived(lambda entry: entry.process.award_number(entry.node)),
        ),
        plain("title", TEXT, "title", "title"),
        plain("description", TEXT, "description", "description"),
        plain("status", TEXT, "status", "pending, active, cancelled or terminated"),
        plain("date_signed", TIME, "dateSigned", "when it was signed"),
        plain("contract_start", TIME, "period.startDate", "when it begins"),
        plain("contract_end", TIME, "period.endDate", "when it ends"),
        plain("contract_max_extent", TIME, "period.maxExtentDate", "how late it may end with every extension"),
        *money_and_gross("value", "value of the contract"),
        plain("related_lots", TEXTS, "relatedLots", "ids of its lots"),
        Column("number_of_agreed_metrics", WHOLE, "how many metrics were agreed", _count("", "agreedMetrics")),
        plain(
            "no_agreed_metrics_rationale",
            TEXT,
            "noAgreedMetricsRationale",
            "why no metrics were agreed, where the publisher says so",
        ),
        Column(
            "number_of_delivered_metrics",
            WHOLE,
            "how many metrics have been reported",
            _count("implementation", "metrics"),
        ),
        plain(
            "no_metrics_rationale",
            TEXT,
            "implementation.noMetricsRationale",
            "why no results are reported, where the publisher says so",
        ),
        Column(
            "number_of_failures",
            WHOLE,
            "how many performance failures have been reported",
            _count("implementation", "performanceFailures"),
        ),
        plain("ended", TIME, "implementation.endDate", "when it really ended"),
        plain("ended_details", TEXT, "implementation.endDateDetails", "why it ended then"),
        *money("final_", "implementation.finalValue", "what was spent in all"),
    ),
)
