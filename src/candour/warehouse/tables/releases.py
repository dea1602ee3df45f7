"""Releases: the timeline of everything that was received of a process."""

from collections.abc import Iterator

from candour.warehouse.tables.columns import OCID_COLUMN
from candour.warehouse.tables.definition import Column, Entry, Source, Table, attribute
from candour.warehouse.tables.kinds import TEXT, TEXTS, TIME, YES_NO
from candour.warehouse.tables.process import Process


def entries(process: Process) -> Iterator[Entry]:
    """Every release of a process, in the order of merging."""
    for release in process.releases:
        yield Entry(process, release)


def _attribute(name: str) -> Source:
    return attribute(f"node.{name}")


TABLE = Table(
    "releases",
    "one release, as received, in the order of merging",
    entries,
    (
        OCID_COLUMN,
        Column("release_id", TEXT, "id of the release", _attribute("release_id")),
        Column(
            "id_made",
            YES_NO,
            "whether the id was made from the content because none was published",
            _attribute("id_made"),
        ),
        Column("date", TIME, "date of the release", _attribute("date")),
        Column("date_text", TEXT, "that date as published", _attribute("date")),
        Column(
            "tags",
            TEXTS,
            "what the release is about: planning, tender, award, contract, implementation…",
            _attribute("tags"),
        ),
        Column(
            "state",
            TEXT,
            "merged, repeat (equal to an earlier release) or left out (see problems)",
            _attribute("state"),
        ),
        Column("content", TEXT, "hash of the release's bytes as received", _attribute("content")),
        Column("publisher", TEXT, "name of the publisher, from its package or its receipt", _attribute("publisher")),
        Column("licence", TEXT, "licence, from its package or its receipt", _attribute("licence")),
        Column("source", TEXT, "source that it was received from", _attribute("source")),
        Column("receipt", TEXT, "receipt that it came in", _attribute("receipt")),
        Column("position", TEXT, "where in the receipt it stands", _attribute("position")),
    ),
)
