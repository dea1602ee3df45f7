"""The order in which the releases of one process are merged: by date."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from candour.ocds.merge.error import MergeError
from candour.ocds.problems import shorten


def in_order(releases: Sequence[dict[str, Any]]) -> Sequence[dict[str, Any]]:
    """The releases, oldest first; those of one date stay in the order in which they were given.

    A single release needs no date. Raises MergeError when something is not an object or cannot be put in order.
    """
    for release in releases:
        if type(release) is not dict:
            raise MergeError(f"expected a release (a JSON object), found {shorten(release)}")
    if len(releases) == 1:
        return releases
    return [releases[index] for index in positions(_dates(releases))]


def positions(dates: Sequence[Any]) -> list[int]:
    """The positions of the dates, oldest first.

    Dates written alike are compared as text. Dates with different zones or precision are compared as instants;
    where one of them is not a full date with its zone there is no such comparison and text decides.
    """
    keys: Sequence[Any] = dates
    if not _written_alike(dates):
        instants = [_instant(date) for date in dates]
        if None not in instants:
            keys = instants
    try:
        return sorted(range(len(keys)), key=keys.__getitem__)
    except TypeError:
        found = ", ".join(shorten(date, 30) for date in dates)
        raise MergeError(f"the dates of a process's releases cannot be put in order: found {found}") from None


def _dates(releases: Sequence[dict[str, Any]]) -> list[Any]:
    try:
        return [release["date"] for release in releases]
    except KeyError:
        undated = next(release for release in releases if "date" not in release)
        which = shorten(undated.get("id", "without id"))
        raise MergeError(f"a release without date cannot be put in order: release {which}") from None


def _written_alike(dates: Sequence[Any]) -> bool:
    first = dates[0]
    if type(first) is not str:
        return True
    length, zone = len(first), first[-6:] if first[-1:] != "Z" else "Z"
    for date in dates:  # noqa: SIM110 - a generator costs more than the loop
        if type(date) is not str or len(date) != length or not date.endswith(zone):
            return False
    return True


def _instant(date: Any) -> datetime | None:
    try:
        instant = datetime.fromisoformat(date)
    except (TypeError, ValueError):
        return None
    return instant if instant.tzinfo else None
