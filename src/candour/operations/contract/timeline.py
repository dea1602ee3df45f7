"""Every release of a process, one after the other."""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from candour.operations.contract.received import Row
from candour.operations.contract.source import Source
from candour.operations.day import uk_day


class TimelineRelease(msgspec.Struct, frozen=True, kw_only=True):
    """A release as it was received: `state` says whether it counts (merged), is a repeat, or was left out, and
    `position` where in its receipt it stands.
    """

    ocid: str
    source: Source
    day: date | None
    tags: tuple[str, ...]
    state: str
    position: str
    licence: str | None


def timeline(rows: Iterable[Row]) -> Iterator[TimelineRelease]:
    """Rows of the table of releases, in the order of merging."""
    for row in rows:
        yield TimelineRelease(
            ocid=row["ocid"],
            source=Source(
                publisher=row["publisher"],
                release_id=None if row["id_made"] else row["release_id"],
                date=row["date_text"],
                receipt=row["receipt"],
            ),
            day=uk_day(row["date"]),
            tags=tuple(row["tags"] or ()),
            state=row["state"],
            position=row["position"],
            licence=row["licence"],
        )
