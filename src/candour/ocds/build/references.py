"""Whether ids are unique where merging needs it, and whether references point to something."""

from collections.abc import Iterable, Iterator
from typing import Any

from candour.ocds.build.error import BuildError
from candour.ocds.build.members import members

_TARGETS = {
    "buyer": "parties",
    "procuringEntity": "parties",
    "tenderers": "parties",
    "suppliers": "parties",
    "supplier": "parties",
    "organization": "parties",
    "payer": "parties",
    "payee": "parties",
    "relatedLot": "tender.lots",
    "relatedLots": "tender.lots",
    "relatedBids": "bids.details",
    "awardID": "awards",
}
"""Fields that point to something, and the list in which its id must be."""


def check_references(release: dict[str, Any], earlier: Iterable[dict[str, Any]] = ()) -> None:
    """Raises BuildError for an id twice in a list, or a reference to what neither this nor an earlier release has."""
    known = {target: set(_ids([*earlier, release], target)) for target in set(_TARGETS.values())}
    for path, name, value in members(release):
        if isinstance(value, list):
            _check_unique(path, value)
        if name in _TARGETS:
            for identifier in _pointers(value):
                if identifier not in known[_TARGETS[name]]:
                    raise BuildError(
                        f"{path}: {identifier!r} is not the id of anything in {_TARGETS[name]}; add it there"
                    )


def _ids(releases: list[dict[str, Any]], target: str) -> Iterator[str]:
    for release in releases:
        found: Any = release
        for name in target.split("."):
            found = found.get(name) or {}
        yield from (item["id"] for item in found)


def _check_unique(path: str, items: list[Any]) -> None:
    seen: set[str] = set()
    for item in items:
        identifier = item.get("id") if isinstance(item, dict) else None
        if identifier in seen:
            raise BuildError(f"{path}: two have the id {identifier!r}; give each its own, because merging goes by id")
        if identifier is not None:
            seen.add(identifier)


def _pointers(value: Any) -> Iterator[str]:
    for pointer in value if isinstance(value, list) else [value]:
        yield pointer["id"] if isinstance(pointer, dict) else pointer
