"""Scores: what each bid was given on each criterion, by each group of judges."""

from collections.abc import Iterator

from candour.warehouse.tables.columns import OCID_COLUMN, number_column, plain
from candour.warehouse.tables.definition import Column, Entry, Table, of_parent
from candour.warehouse.tables.holders import listed_in
from candour.warehouse.tables.kinds import AMOUNT, TEXT
from candour.warehouse.tables.process import Process


def _entries(process: Process) -> Iterator[Entry]:
    return listed_in(process, "scores", "bid")


TABLE = Table(
    "scores",
    "one score of one bid on one criterion by one group of judges",
    _entries,
    (
        OCID_COLUMN,
        number_column("bid_number", "bid"),
        Column("bid_id", TEXT, "id of the bid", of_parent("id")),
        plain("score_id", TEXT, "id", "id of the score"),
        plain("criterion", TEXT, "criterion", "id of the criterion, or its name"),
        plain("related_lot", TEXT, "relatedLot", "id of the lot; null where it is of the whole tender"),
        plain("judges", TEXT, "group", "whose score it is: wholePanel, livedExperience, careWorkers, officers"),
        plain("score", AMOUNT, "score", "the score"),
        plain("maximum", AMOUNT, "maximum", "the highest that could be given"),
        plain("weight", AMOUNT, "weight", "the criterion's part of the total, 0 to 1"),
        plain("weighted", AMOUNT, "weighted", "what it adds to the total of the bid"),
        plain("reasons", TEXT, "reasons", "why it was given"),
    ),
)
