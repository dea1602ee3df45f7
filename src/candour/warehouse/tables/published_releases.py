"""Published releases: what each release says, word for word, so that one process can be read without its files."""

from candour.warehouse.tables.columns import OCID_COLUMN
from candour.warehouse.tables.definition import FEW, Column, Source, Table, attribute
from candour.warehouse.tables.kinds import JSON, TEXT, TEXTS
from candour.warehouse.tables.releases import entries


def _attribute(name: str) -> Source:
    return attribute(f"node.{name}")


TABLE = Table(
    "published_releases",
    "one release, word for word as its publisher sent it, in the order of merging",
    entries,
    (
        OCID_COLUMN,
        Column("state", TEXT, "merged, repeat (equal to an earlier release) or left out", _attribute("state")),
        Column("publisher", TEXT, "name of the publisher, from its package or its receipt", _attribute("publisher")),
        Column("licence", TEXT, "licence, from its package or its receipt", _attribute("licence")),
        Column("receipt", TEXT, "receipt that it came in", _attribute("receipt")),
        Column("position", TEXT, "where in the receipt it stands", _attribute("position")),
        Column("extensions", TEXTS, "addresses of the extensions that its package names", _attribute("extensions")),
        Column("release", JSON, "the release, corrections applied", _attribute("data")),
    ),
    rows_together=FEW,
    compression="zstd",
)
