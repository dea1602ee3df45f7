"""What is new: the last releases of a contract, a council, a provider, or of what a search finds."""

from collections.abc import Sequence
from datetime import date, datetime

import msgspec

from candour.errors import NotFoundError
from candour.operations.awards_of_provider import keys_of_linked, linked_suppliers
from candour.operations.home import Home
from candour.operations.place.area import area
from candour.operations.provider_meant import provider_meant
from candour.operations.search import Choice, search_in
from candour.operations.words_typed import words_typed
from candour.warehouse.engine import Engine

MOST = 50
"""So many releases are told of, the newest."""

_RELEASES = """
SELECT releases.ocid, release_id, content, releases.date, tags, title, buyer_name
FROM releases JOIN processes ON processes.ocid = releases.ocid
WHERE releases.ocid IN (SELECT UNNEST($ocids)) AND state = 'merged' AND releases.date IS NOT NULL
ORDER BY releases.date DESC, releases.ocid, content
LIMIT $most
"""
_WON = """
SELECT suppliers.ocid FROM suppliers JOIN processes ON processes.ocid = suppliers.ocid
WHERE supplier_key IN (SELECT UNNEST($keys))
GROUP BY ALL ORDER BY MAX(last_date) DESC, suppliers.ocid LIMIT $most
"""
_PROVIDER = """
SELECT name FROM providers WHERE provider = $key
UNION ALL SELECT provider_name FROM locations WHERE provider = $key LIMIT 1
"""
_LOCATIONS = "SELECT location FROM locations WHERE provider = $key"


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A release: of which process, when, what it is about, and the hash of its content, which is its own."""

    ocid: str
    release_id: str | None
    content: str
    date: datetime
    tags: tuple[str, ...]
    title: str | None
    buyer: str | None


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """The newest releases of something, the newest first; `name` says of what."""

    name: str
    data_version: str
    changes: tuple[Change, ...]


def changes_of_contract(home: Home, ocid: str) -> Changes:
    """Of a process. Raises NotFoundError where there is none."""
    with home.tables() as everything:
        tables = everything.of_process(ocid)
        found = tables.query("SELECT title FROM processes WHERE ocid = $ocid", {"ocid": ocid}).rows
        if not found:
            raise NotFoundError(f"there is no process {ocid!r}")
        return _changes(tables, found[0].title or ocid, [ocid])


def changes_of_council(home: Home, wanted: str, day: date) -> Changes:
    """Of what a council buys. Raises NotFoundError where there is no such council."""
    with home.tables() as tables:
        its = area(tables, wanted, day)
        found = search_in(tables, (), Choice(care="any", council=its.key), limit=MOST) if its.key else None
        return _changes(tables, its.name or wanted, [hit.ocid for hit in found.processes] if found else [])


def changes_of_provider(home: Home, wanted: str) -> Changes:
    """Of what a provider was awarded. Raises NotFoundError where there is no such provider."""
    with home.tables() as tables:
        key = provider_meant(tables, wanted)
        keys = [key, *(row.location for row in tables.query(_LOCATIONS, {"key": key}))]
        its = keys_of_linked(linked_suppliers(tables, keys))
        won = tables.query(_WON, {"keys": its, "most": MOST})
        name = next((row.name for row in tables.query(_PROVIDER, {"key": key})), None)
        return _changes(tables, name or key, [row.ocid for row in won])


def changes_of_search(home: Home, text: str, choice: Choice) -> Changes:
    """Of the processes that a search finds: those with every word in the title first, then the newest."""
    with home.tables() as tables:
        found = search_in(tables, words_typed([text]), choice, limit=MOST)
        return _changes(tables, text, [hit.ocid for hit in found.processes])


def _changes(tables: Engine, name: str, ocids: Sequence[str]) -> Changes:
    rows = tables.query(_RELEASES, {"ocids": [*ocids], "most": MOST})
    changes = tuple(
        Change(
            ocid=row.ocid,
            release_id=row.release_id,
            content=row.content,
            date=row.date,
            tags=tuple(row.tags or ()),
            title=row.title,
            buyer=row.buyer_name,
        )
        for row in rows
    )
    return Changes(name=name, data_version=tables.data_version, changes=changes)
