"""Receipts: what the archive holds."""

from candour.warehouse.tables.definition import Column, Table, attribute
from candour.warehouse.tables.kinds import TEXT, TIME, WHOLE, YES_NO

TABLE = Table(
    "receipts",
    "one receipt of the archive",
    None,
    (
        Column("receipt", TEXT, "the receipt", attribute("receipt.id")),
        Column("sha256", TEXT, "SHA-256 of the bytes received", attribute("receipt.sha256")),
        Column("size", WHOLE, "how many bytes were received", attribute("receipt.size")),
        Column("source", TEXT, "the source", attribute("receipt.source")),
        Column("name", TEXT, "original name of the file", attribute("receipt.name")),
        Column("url", TEXT, "address that it came from", attribute("receipt.url")),
        Column("received", TIME, "when it was received", attribute("receipt.received")),
        Column("licence", TEXT, "licence", attribute("receipt.licence")),
        Column("publisher", TEXT, "publisher", attribute("receipt.publisher")),
        Column("media_type", TEXT, "media type", attribute("receipt.media_type")),
        Column("withdrawn", YES_NO, "whether a correction says not to use it", attribute("withdrawn")),
    ),
)
