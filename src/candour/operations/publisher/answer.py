"""Everything that is known of one publisher's data."""

from typing import Any

import msgspec

from candour.operations.home import Home
from candour.operations.publisher.answers import Answerable, answerable
from candour.operations.publisher.found import (
    ProblemKind,
    Received,
    RowsMade,
    corrections,
    problems,
    receipts,
    received,
    rows_made,
)
from candour.operations.publisher.whose import publisher_meant
from candour.sources.definition import KnownFault, TablesDefinition


class SourceFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What the definition of its source says: how often it publishes, where, and what it is known to do wrong."""

    id: str
    title: str
    gives: str
    cadence: str
    address: str
    known_faults: tuple[KnownFault, ...]


class PublisherPage(msgspec.Struct, frozen=True, kw_only=True):
    """A publisher of notices, or a source of tables.

    `source` is None for one that no definition describes. `answerable` is of processes: a source of tables has none,
    and `rows` say what became of its rows. `receipts` are the newest, `corrections` rows of that table.
    """

    data_version: str
    name: str
    source: SourceFacts | None
    received: Received
    answerable: Answerable
    problems: tuple[ProblemKind, ...]
    rows: tuple[RowsMade, ...]
    corrections: list[dict[str, Any]]
    receipts: list[dict[str, Any]]


def publisher(home: Home, wanted: str) -> PublisherPage:
    """The publisher with this name on its releases, or the source with this id.

    Raises:
        NotFoundError: nothing was received of it.
        CandourError: nothing has been built yet.
    """
    with home.tables() as tables:
        whose = publisher_meant(tables, wanted)
        known = whose.definition
        return PublisherPage(
            data_version=tables.data_version,
            name=wanted,
            source=SourceFacts(
                id=known.id,
                title=known.title,
                gives=known.gives if isinstance(known, TablesDefinition) else "notices",
                cadence=known.cadence,
                address=known.base_url,
                known_faults=known.known_faults,
            )
            if known
            else None,
            received=received(tables, whose),
            answerable=answerable(tables, whose),
            problems=problems(tables, whose),
            rows=rows_made(tables, whose),
            corrections=corrections(tables, whose),
            receipts=receipts(tables, whose),
        )
