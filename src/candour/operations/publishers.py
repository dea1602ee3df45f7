"""Whose data there are: publishers of notices by the names that they give, and sources of registers and outcomes."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache

import msgspec

from candour.operations.home import Home
from candour.sources.definition import NoticesDefinition, TablesDefinition, definitions

MOST = 2_000
"""So many publishers are listed, those with the most releases first."""

_NOTICES = f"""
SELECT COALESCE(publisher, source) AS name, COUNT(*) AS releases, COUNT(DISTINCT ocid) AS processes,
    MAX(source) AS source, MAX(licence) AS licence, MIN(date) AS first_date, MAX(date) AS last_date
FROM releases
GROUP BY COALESCE(publisher, source) ORDER BY releases DESC, name LIMIT {MOST}
"""
_TABLES = """
SELECT source AS id, MAX(publisher) AS publisher, MAX(licence) AS licence, COUNT(*) AS receipts,
    MIN(received) AS first_received, MAX(received) AS last_received
FROM receipts WHERE source IN (SELECT UNNEST($sources))
GROUP BY source ORDER BY source
"""


class NoticePublisher(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody whose name stands on releases; `source` is one of the sources that they were received from.

    Releases that name nobody stand under their source.
    """

    name: str
    releases: int
    processes: int
    source: str | None
    licence: str | None
    first_date: datetime | None
    last_date: datetime | None


class TableSource(msgspec.Struct, frozen=True, kw_only=True):
    """A register, or a source of outcomes or places, of which something was received."""

    id: str
    title: str
    publisher: str | None
    licence: str | None
    cadence: str
    receipts: int
    first_received: datetime
    last_received: datetime


class Publishers(msgspec.Struct, frozen=True, kw_only=True):
    """Everybody whose data there are."""

    data_version: str
    notices: tuple[NoticePublisher, ...]
    tables: tuple[TableSource, ...]


@cache
def sources_defined() -> Mapping[str, NoticesDefinition | TablesDefinition]:
    """The definition of every source, read once."""
    return definitions()


def publishers(home: Home) -> Publishers:
    """Those of notices, the largest first, and those of tables.

    Raises:
        CandourError: nothing has been built yet.
    """
    known = {name: one for name, one in sources_defined().items() if isinstance(one, TablesDefinition)}
    with home.tables() as tables:
        notices = tables.query(_NOTICES).rows
        sources = tables.query(_TABLES, {"sources": sorted(known)}).rows
        return Publishers(
            data_version=tables.data_version,
            notices=tuple(NoticePublisher(**row._asdict()) for row in notices),
            tables=tuple(
                TableSource(title=known[row.id].title, cadence=known[row.id].cadence, **row._asdict())
                for row in sources
            ),
        )
