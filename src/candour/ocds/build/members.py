"""Walking through what will be published."""

from collections.abc import Iterator
from typing import Any


def members(value: Any, path: str = "") -> Iterator[tuple[str, str, Any]]:
    """Every member of every object in a JSON value: its path, its name and its value."""
    if isinstance(value, list | tuple):
        for position, item in enumerate(value):
            yield from members(item, f"{path}[{position}]")
    elif isinstance(value, dict):
        for name, member in value.items():
            here = f"{path}.{name}" if path else name
            yield here, name, member
            yield from members(member, here)
