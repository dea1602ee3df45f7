"""Counts and summaries of bids."""

from collections.abc import Iterator

from candour.warehouse.tables.columns import OCID_COLUMN, plain
from candour.warehouse.tables.definition import Entry, Table
from candour.warehouse.tables.kinds import AMOUNT, TEXT, TIME
from candour.warehouse.tables.process import Process, piece, pieces


def _entries(process: Process) -> Iterator[Entry]:
    for statistic in pieces(piece(process.compiled, "bids"), "statistics"):
        yield Entry(process, statistic, "bids.statistics")


TABLE = Table(
    "bid_statistics",
    "one statistic of the bids of a process or of one lot",
    _entries,
    (
        OCID_COLUMN,
        plain("statistic_id", TEXT, "id", "id of the statistic"),
        plain("measure", TEXT, "measure", "what is counted: bids, validBids, smeBids, lowestValidBidValue…"),
        plain("date", TIME, "date", "when it was so"),
        plain("value", AMOUNT, "value", "the count, or the amount in `currency`"),
        plain("currency", TEXT, "currency", "currency, where the value is an amount"),
        plain("related_lot", TEXT, "relatedLot", "id of the lot; null where it is of the whole process"),
        plain("notes", TEXT, "notes", "notes"),
    ),
)
