"""Values of a compiled release, each with the place where it stands."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

_SEGMENT = re.compile(r"(?P<name>\w+)(?:\[(?P<role>\w+)\])?")


class Found(msgspec.Struct, frozen=True):
    """A value and its path with positions, such as `awards[0].contractPeriod.endDate`."""

    path: str
    value: Any


def found_at(compiled: dict[str, Any], path: str) -> Iterator[Found]:
    """Every value at a path without positions, empty ones left out.

    Arrays are gone into on the way, and `parties[supplier]` are those parties only that have this role. An array at
    the end of the path is one value.
    """
    segments = [(match["name"], match["role"]) for match in _SEGMENT.finditer(path)]
    yield from _found(compiled, segments, "")


def _found(value: Any, segments: list[tuple[str, str | None]], path: str) -> Iterator[Found]:
    if not segments:
        if value not in (None, "", [], {}):
            yield Found(path, value)
        return
    (name, role), *rest = segments
    child = value.get(name) if isinstance(value, dict) else None
    here = f"{path}.{name}" if path else name
    if isinstance(child, list) and (rest or role):
        for position, item in enumerate(child):
            if role is None or _has_role(item, role):
                yield from _found(item, rest, f"{here}[{position}]")
    else:
        yield from _found(child, rest, here)


def _has_role(item: Any, role: str) -> bool:
    roles = item.get("roles") if isinstance(item, dict) else None
    return isinstance(roles, list) and role in roles
