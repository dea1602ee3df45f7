"""Ratings of suppliers: how the locations are rated that a supplier of notices is linked to."""

from candour.warehouse.tables.definition import Column, Table, attribute
from candour.warehouse.tables.kinds import DAY, TEXT, TEXTS, WHOLE

TABLE = Table(
    "supplier_ratings",
    "a supplier that is linked to providers of a register, or to locations where no provider is linked",
    None,
    (
        Column("organisation_key", TEXT, "the supplier, as in the table of suppliers", attribute("key")),
        Column("providers", TEXTS, "the providers that it is linked to", attribute("providers")),
        Column("locations", WHOLE, "their locations that are registered", attribute("locations")),
        Column("rated", WHOLE, "those of them that are rated", attribute("rated")),
        Column("at_or_above_good", WHOLE, "those of the rated that are at or above good", attribute("good")),
        Column(
            "rating",
            TEXT,
            "at or above good (all that are rated), some below good, or not rated (none is rated)",
            attribute("rating"),
        ),
        Column("oldest_inspection", DAY, "the oldest inspection that this rests on", attribute("oldest")),
    ),
)
