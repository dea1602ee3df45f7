"""Links of organisations: who of the notices is whom of the registers. Nothing is merged because of a link."""

from candour.warehouse.tables.definition import Column, Table, attribute
from candour.warehouse.tables.kinds import AMOUNT, DAY, TEXT, TEXTS, TIME

TABLE = Table(
    "organisation_links",
    "an organisation and a provider, location or council that is, or may be, the same or is run by it",
    None,
    (
        Column(
            "organisation_kind",
            TEXT,
            "organisation (of notices) or provider (of a register)",
            attribute("link.a.kind"),
        ),
        Column(
            "organisation_key", TEXT, "its key, as in the tables of suppliers or providers", attribute("link.a.key")
        ),
        Column("other_kind", TEXT, "provider, location or council", attribute("link.b.kind")),
        Column("other_key", TEXT, "its key: of providers or locations, or organisation id", attribute("link.b.key")),
        Column(
            "outcome", TEXT, "linked, to be reviewed, or not linked by a person's word", attribute("link.outcome")
        ),
        Column("method", TEXT, "identifier, council name, name and postcode, or person", attribute("link.method")),
        Column("score", AMOUNT, "how probable it is that they belong together, 0 to 1", attribute("link.score")),
        Column("reasons", TEXTS, "what speaks for and against it", attribute("link.reasons")),
        Column("evidence", DAY, "the day of the newest of what it rests on", attribute("link.evidence")),
        Column("decided_by", TEXT, "the person who decided, null where nobody did", attribute("by")),
        Column("decided", TIME, "the day of that decision", attribute("decided")),
        Column("receipt", TEXT, "the receipt that holds the decision", attribute("receipt")),
    ),
)
