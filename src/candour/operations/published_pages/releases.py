"""Releases as they were published, a page at a time."""

from collections.abc import Iterator
from datetime import datetime

import msgspec

from candour.operations.home import Home
from candour.operations.published import Published
from candour.operations.published_pages.choice import Choice, Place
from candour.operations.published_pages.received import chosen, newest, published


class ReleasesPage(msgspec.Struct, frozen=True):
    """Some releases; `following` is where the next page begins, None after the last."""

    data_version: str
    made: datetime
    releases: tuple[Published, ...]
    following: Place | None


def releases(home: Home, choice: Choice, begin: Place | None, at_most: int) -> ReleasesPage:
    """At most so many releases from a place on. Raises CandourError where nothing has been built yet."""
    with home.tables() as tables:
        processes = choice.processes(tables, begin, at_most + 1)
        places = chosen(tables, [ocid for ocid, _ in processes], choice)
        wanted: list[tuple[str, str, str]] = []
        following = None
        for place, one in _in_order(processes, places, begin):
            if len(wanted) == at_most:
                following = place
                break
            wanted.append(one)
        return ReleasesPage(tables.data_version, newest(tables), published(tables, wanted), following)


def _in_order(
    processes: list[tuple[str, int]], places: dict[str, list[tuple[str, str]]], begin: Place | None
) -> Iterator[tuple[Place, tuple[str, str, str]]]:
    for ocid, number in processes:
        seen = begin.seen if begin and begin.process == number else 0
        for position, (receipt, where) in enumerate(places[ocid]):
            if position >= seen:
                yield Place(number, position), (ocid, receipt, where)
