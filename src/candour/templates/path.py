"""Where a cell's value is in a document: `releases[].tender.value.amount`."""

from functools import cache
from typing import Any, TypeAlias

import msgspec

Json: TypeAlias = Any
Position: TypeAlias = tuple[str | int, ...]
"""The way to one value: names of members, and positions in lists."""


class Step(msgspec.Struct, frozen=True):
    """A member; of its objects the first one, where it is a list."""

    name: str
    is_list: bool


@cache
def steps(path: str) -> tuple[Step, ...]:
    """`awards[].value` → awards (a list), value."""
    return tuple(Step(name.removesuffix("[]"), name.endswith("[]")) for name in path.split("."))


def firsts(path: str) -> Position:
    """The way to what `look` finds at a path: the first object of every list."""
    way: list[str | int] = []
    for step in steps(path):
        way += [step.name, 0] if step.is_list else [step.name]
    return tuple(way)


def look(value: Json, path: str) -> Json:
    """What is at `path` below `value`; None where there is nothing, or something of another shape on the way."""
    for step in steps(path):
        value = value.get(step.name) if isinstance(value, dict) else None
        if step.is_list:
            value = value[0] if isinstance(value, list) and value else None
    return value


def objects(value: Json, path: str) -> list[Json]:
    """The objects of the list at `path` (which ends in []); entries of another shape are left out."""
    *before, last = steps(path)
    for step in before:
        value = look(value, f"{step.name}[]" if step.is_list else step.name)
    found = value.get(last.name) if isinstance(value, dict) else None
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def exists(value: Json, path: str) -> bool:
    """Whether the object that the last member of `path` belongs to is there."""
    parent, _, _ = path.rpartition(".")
    return not parent or look(value, parent) is not None


def put(value: Json, path: str, leaf: Json) -> Position:
    """Put `leaf` at `path` below `value`, with whatever is missing on the way; returns where it is now.

    Where the path ends in [], it becomes the only entry of the list.
    """
    *before, last = steps(path)
    for step in before:
        if step.is_list:
            found = value.setdefault(step.name, [])
            if not found:
                found.append({})
            value = found[0]
        else:
            value = value.setdefault(step.name, {})
    value[last.name] = [leaf] if last.is_list else leaf
    return firsts(path)
