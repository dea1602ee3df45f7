"""Which release says something, of all that were received of a process."""

from collections.abc import Sequence
from typing import Any

import msgspec


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """The release that says it: its publisher, its id, its date as published, and the receipt that it came in."""

    publisher: str | None
    release_id: str | None
    date: str | None
    receipt: str


class Release(msgspec.Struct, frozen=True):
    """A release as it was published, and how to name it."""

    source: Source
    said: dict[str, Any]


class Releases:
    """All releases of a process, in the order of merging."""

    def __init__(self, releases: Sequence[Release]) -> None:
        self._releases = tuple(releases)

    @property
    def sources(self) -> tuple[Source, ...]:
        """All of them, named."""
        return tuple(one.source for one in self._releases)

    def last(self, *path: Any) -> Source | None:
        """The last release that says something at a path: names of fields, and after a list the id of its member.

        None where none does, or where a list's members have no id to be told by.
        """
        if None in path:
            return None
        return next(
            (one.source for one in reversed(self._releases) if value_at(one.said, *path) is not None),
            None,
        )

    def values(self, *path: Any) -> list[tuple[Any, Source]]:
        """What was said at a path over time, each change once, the oldest first."""
        found: list[tuple[Any, Source]] = []
        for one in self._releases:
            value = None if None in path else value_at(one.said, *path)
            if value is not None and (not found or value != found[-1][0]):
                found.append((value, one.source))
        return found


def value_at(said: Any, *path: Any) -> Any:
    """What stands at a path, as `Releases.last` takes it; None where nothing does."""
    for step in path:
        if isinstance(said, dict):
            said = said.get(step)
        elif isinstance(said, list):
            said = next((one for one in said if isinstance(one, dict) and str(one.get("id")) == str(step)), None)
        else:
            return None
    return said
