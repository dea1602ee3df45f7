"""Receipts: what the archive holds."""

from candour.warehouse.tables.definition import Column, Table, attribute
from candour.warehouse.tables.kinds import TEXT, TIME, WHOLE

TABLE = Table(
    "receipts",
    "one receipt of the archive",
    None,
    (
        Column("receipt", TEXT, "the receipt", attribute("id")),
        Column("sha256", TEXT, "SHA-256 of the bytes received", attribute("sha256")),
        Column("size", WHOLE, "how many bytes were received", attribute("size")),
        Column("source", TEXT, "the source", attribute("source")),
        Column("name", TEXT, "original name of the file", attribute("name")),
        Column("url", TEXT, "address that it came from", attribute("url")),
        Column("received", TIME, "when it was received", attribute("received")),
        Column("licence", TEXT, "licence", attribute("licence")),
        Column("publisher", TEXT, "publisher", attribute("publisher")),
        Column("media_type", TEXT, "media type", attribute("media_type")),
    ),
)
