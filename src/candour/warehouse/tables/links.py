"""Links: processes that are one procurement, published under two ocids. Nothing is merged because of a link."""

from candour.warehouse.tables.definition import Column, Table, attribute
from candour.warehouse.tables.kinds import AMOUNT, TEXT, TEXTS, TIME

TABLE = Table(
    "links",
    "two processes that are the same procurement",
    None,
    (
        Column("ocid_a", TEXT, "one process: of the two, the one whose ocid sorts first", attribute("link.a")),
        Column("ocid_b", TEXT, "the other process", attribute("link.b")),
        Column("score", AMOUNT, "how sure the link is, from 0 to 1", attribute("link.score")),
        Column(
            "method",
            TEXT,
            "score (the evidence adds up), reference (one names the other) or a person",
            attribute("link.method"),
        ),
        Column("reasons", TEXTS, "what spoke for and against it, with its points", attribute("link.reasons")),
        Column("decided_by", TEXT, "the person who decided, null where nobody did", attribute("by")),
        Column("decided", TIME, "the day of that decision", attribute("decided")),
        Column("receipt", TEXT, "the receipt that holds the decision", attribute("receipt")),
    ),
)
