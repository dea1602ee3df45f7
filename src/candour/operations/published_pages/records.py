"""Records: each process with all its releases, and as they were merged, a page at a time."""

from datetime import datetime

import msgspec

from candour.errors import NotFoundError
from candour.ocds.build import PublishedRecord
from candour.operations.home import Home
from candour.operations.published import Published
from candour.operations.published_pages.choice import Choice, Place
from candour.operations.published_pages.received import chosen, newest, published
from candour.warehouse.engine import Engine

MOST_RELEASES = 1000
"""A page ends early at about so many releases: some processes have hundreds."""


class RecordsPage(msgspec.Struct, frozen=True):
    """Some records, the releases that are in them, and where the next page begins, None after the last."""

    data_version: str
    made: datetime
    records: tuple[PublishedRecord, ...]
    releases: tuple[Published, ...]
    following: Place | None


def records(home: Home, choice: Choice, begin: Place | None, at_most: int) -> RecordsPage:
    """At most so many records from a place on.

    Raises:
        CandourError: nothing has been built yet.
    """
    with home.tables() as tables:
        processes = choice.processes(tables, begin, at_most + 1)
        return _page(tables, processes, at_most)


def record(home: Home, ocid: str) -> RecordsPage:
    """The record of one process.

    Raises:
        NotFoundError: there is no such process.
    """
    with home.tables() as tables:
        sql = "SELECT ocid, process_number FROM processes WHERE ocid = $ocid"
        found = [(row.ocid, row.process_number) for row in tables.of_process(ocid).query(sql, {"ocid": ocid})]
        if not found:
            raise NotFoundError(f"no process has the ocid {ocid!r}")
        return _page(tables, found, 1)


def _page(tables: Engine, processes: list[tuple[str, int]], at_most: int) -> RecordsPage:
    places = chosen(tables, [ocid for ocid, _ in processes], Choice())
    shown, number_of_releases, following = list[str](), 0, None
    for ocid, number in processes:
        if len(shown) == at_most or (shown and number_of_releases + len(places[ocid]) > MOST_RELEASES):
            following = Place(number)
            break
        shown.append(ocid)
        number_of_releases += len(places[ocid])
    found = published(tables, [(ocid, *place) for ocid in shown for place in places[ocid]])
    sent: dict[str, list[bytes]] = {ocid: [] for ocid in shown}
    for one in found:
        sent[one.ocid].append(one.data.encode())
    compiled = _compiled(tables, shown)
    made = tuple(PublishedRecord(ocid, tuple(data), compiled[ocid]) for ocid, data in sent.items())
    return RecordsPage(tables.data_version, newest(tables), made, found, following)


def _compiled(tables: Engine, ocids: list[str]) -> dict[str, bytes]:
    sql = "SELECT ocid, release FROM compiled_releases WHERE ocid IN (SELECT UNNEST($ocids))"
    return {row.ocid: row.release.encode() for row in tables.query(sql, {"ocids": ocids})}
