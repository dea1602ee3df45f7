"""Finding processes by their words: those with every word in the title first, and the newest of each first."""

import sqlite3
from collections.abc import Iterator
from datetime import date, datetime
from heapq import merge
from itertools import islice

import msgspec

from candour.warehouse.words.index import EVERY, Index
from candour.warehouse.words.sought import TIERS, Sought, Tier

_NEWER = "SELECT number FROM process WHERE last_date < ? ORDER BY last_date DESC, number LIMIT 1"
_AFTER = """
SELECT number FROM process WHERE last_date <= $date AND (last_date < $date OR ocid > $ocid)
ORDER BY last_date DESC, number LIMIT 1
"""
_ROW = "SELECT ocid, title, buyer_name, suppliers, stage, social_care, last_date FROM process WHERE number = ?"
_NAMED = "SELECT ocid FROM named WHERE id = ? ORDER BY ocid LIMIT ?"


class ProcessHit(msgspec.Struct, frozen=True):
    """A process that was found; `last_date` is that of its last release."""

    ocid: str
    title: str | None
    buyer_name: str | None
    suppliers: str | None
    stage: str | None
    social_care: str
    last_date: datetime | None


class Between(msgspec.Struct, frozen=True):
    """The last release is of the day `since` or later, and earlier than the day `until`."""

    since: date | None = None
    until: date | None = None


ALWAYS = Between()


class ProcessPlace(msgspec.Struct, frozen=True, array_like=True):
    """Where a list was left: behind the process of this tier, date and ocid."""

    tier: Tier
    date: str
    ocid: str


class ProcessIndex(Index):
    """The words of all processes of a version."""

    def found(self, sought: Sought, between: Between = ALWAYS) -> int:
        """How many there are, up to `COUNTED`."""
        return self.count(sought, [_bounds(file, between) for file in self.files])

    def page(
        self, sought: Sought, limit: int, *, between: Between = ALWAYS, after: ProcessPlace | None = None
    ) -> tuple[list[ProcessHit], ProcessPlace | None]:
        """So many of them, and where the next ones begin, if there are any."""
        some = list(islice(self._from(sought, between, after, limit + 1), limit + 1))
        hits = [hit for _, hit in some[:limit]]
        return hits, some[limit - 1][0] if len(some) > limit else None

    def named(self, id: str, limit: int = 20) -> list[str]:
        """The ocids of processes with a release, tender, award or contract of this very id."""
        found = (ocid for file in self.files for (ocid,) in file.execute(_NAMED, (id.lower(), limit)))
        return sorted(found)[:limit]

    def _from(
        self, sought: Sought, between: Between, after: ProcessPlace | None, limit: int
    ) -> Iterator[tuple[ProcessPlace, ProcessHit]]:
        for tier in TIERS[after.tier if after else 0 :]:
            asked = sought.in_tier(tier)
            behind = after if after and after.tier == tier else None
            if asked:
                of_files = [_of_file(file, asked, tier, between, behind, limit) for file in self.files]
                # Dates are compared as text, in which a later one is greater.
                newest = merge(*of_files, key=lambda found: (_Descending(found[0].date), found[0].ocid))
                yield from newest


class _Descending(str):
    """Text that comes before what is less."""

    def __lt__(self, other: str) -> bool:
        return str.__gt__(self, other)


def _of_file(
    file: sqlite3.Connection, asked: str, tier: Tier, between: Between, after: ProcessPlace | None, limit: int
) -> Iterator[tuple[ProcessPlace, ProcessHit]]:
    first, last = _bounds(file, between)
    if after:
        found = file.execute(_AFTER, {"date": after.date, "ocid": after.ocid}).fetchone()
        first = max(first, found[0]) if found else last + 1
    sql = "SELECT rowid FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid LIMIT ?"
    for (number,) in file.execute(sql, (asked, first, last, limit)):
        ocid, title, buyer, suppliers, stage, care, last_date = file.execute(_ROW, (number,)).fetchone()
        day = datetime.fromisoformat(last_date) if last_date else None
        yield ProcessPlace(tier, last_date, ocid), ProcessHit(ocid, title, buyer, suppliers, stage, care, day)


def _bounds(file: sqlite3.Connection, between: Between) -> tuple[int, int]:
    """The first and the last number in a file whose date is between the days: numbers fall from the newest on."""
    first, last = EVERY
    if between.until:
        found = file.execute(_NEWER, (between.until.isoformat(),)).fetchone()
        first = found[0] if found else last
    if between.since:
        found = file.execute(_NEWER, (between.since.isoformat(),)).fetchone()
        last = found[0] - 1 if found else last
    return first, last
