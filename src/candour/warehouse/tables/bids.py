"""Bids, one by one, where a publisher shows them."""

from collections.abc import Iterator

from candour.warehouse.tables.columns import OCID_COLUMN, money, number_column, plain
from candour.warehouse.tables.definition import Column, Entry, Table, derived
from candour.warehouse.tables.kinds import AMOUNT, TEXT, TEXTS, TIME, WHOLE, YES_NO
from candour.warehouse.tables.process import Process, piece, pieces


def _entries(process: Process) -> Iterator[Entry]:
    for number, bid in enumerate(pieces(piece(process.compiled, "bids"), "details"), 1):
        yield Entry(process, bid, "bids.details", number=number)


def _tenderer_keys(entry: Entry) -> list[str | None]:
    return [entry.process.organisation(tenderer).key for tenderer in pieces(entry.node, "tenderers")]


def _tenderer_ids(entry: Entry) -> list[str] | None:
    ids = (tenderer.get("id") for tenderer in pieces(entry.node, "tenderers"))
    return sorted({one for one in ids if isinstance(one, str)}) or None


TABLE = Table(
    "bids",
    "one bid",
    _entries,
    (
        OCID_COLUMN,
        number_column("bid_number", "bid"),
        plain("bid_id", TEXT, "id", "id of the bid"),
        plain("status", TEXT, "status", "invited, pending, valid, disqualified or withdrawn"),
        plain("date", TIME, "date", "when it was received"),
        *money("", "value", "what was bid"),
        plain("total_score", AMOUNT, "totalScore", "its score in all, after weighting"),
        plain("rank", WHOLE, "rank", "place among the bids, from 1"),
        plain("is_variant", YES_NO, "variant", "whether it is a variant"),
        plain("related_lots", TEXTS, "relatedLots", "ids of its lots"),
        Column("tenderer_ids", TEXTS, "ids of the organisations that bid, each once", derived(_tenderer_ids)),
        Column("tenderer_keys", TEXTS, "keys of the organisations that bid", derived(_tenderer_keys)),
    ),
)
