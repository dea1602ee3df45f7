"""What a process itself says of the care that it buys, in the fields of the social-care extension."""

from collections.abc import Iterator, Mapping
from typing import Any


def stated_care(compiled: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The `socialCare` of the tender, its lots and the contracts of a compiled release, each with its path."""
    tender = compiled.get("tender")
    if isinstance(tender, dict):
        yield from _in(tender, "tender")
        yield from _in_each(tender.get("lots"), "tender.lots")
    yield from _in_each(compiled.get("contracts"), "contracts")


def _in_each(holders: object, path: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for holder in holders if isinstance(holders, list) else ():
        if isinstance(holder, dict):
            yield from _in(holder, path)


def _in(holder: Mapping[str, Any], path: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if "socialCare" in holder and isinstance(said := holder["socialCare"], dict):
        yield f"{path}.socialCare", said
