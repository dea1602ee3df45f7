"""Finds entries that a list holds twice, where the standard wants them unique.

Entries are the same when they carry the same id; where some entry has none, also when they are equal. This is how
libcoveocds counts them, because merging goes by ids. It is here and not in the JSON Schema, whose `uniqueItems`
cannot say it.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations
from operator import itemgetter
from typing import Any, NamedTuple

from candour.ocds.description import Description
from candour.ocds.fields import Field

Position = tuple[str | int, ...]
_ID = itemgetter("id")


class Repeat(NamedTuple):
    """An entry that is in its list already, by its id or, where that is None, in every detail."""

    position: Position
    id: Any


class Tree(NamedTuple):
    """Where lists of unique objects are, below one kind of object.

    `lists` are the fields that hold such a list and nothing further; `branches` those that lead on, each with whether
    it is such a list itself. Every release is walked along them: what is cheap here is what makes checking fast.
    """

    lists: tuple[str, ...]
    branches: "tuple[tuple[str, bool, Tree], ...]"


def tree(description: Description) -> Tree:
    """The fields that hold lists of unique objects, or lead to such lists."""
    return _tree(description, description.release.fields)


def _tree(description: Description, fields: Mapping[str, Field]) -> Tree:
    lists, branches = [], []
    for name, field in fields.items():
        unique = field.is_array and field.unique and not field.item_types
        below = _tree(description, description.members(field))
        if any(below):
            branches.append((name, unique, below))
        elif unique:
            lists.append(name)
    return Tree(tuple(lists), tuple(branches))


def any_repeat(value: dict[str, Any], below: Tree) -> bool:
    """Whether a release repeats anything: `any(repeats(…))`, several times as fast."""
    lists, branches = below
    for name in lists:
        if name in value:
            member = value[name]
            if type(member) is list and len(member) > 1 and _has_repeat(member):
                return True
    for name, unique, further in branches:
        if name in value:
            member = value[name]
            if type(member) is dict:
                if any_repeat(member, further):
                    return True
            elif type(member) is list:
                if unique and len(member) > 1 and _has_repeat(member):
                    return True
                for entry in member:
                    if type(entry) is dict and any_repeat(entry, further):
                        return True
    return False


def _has_repeat(entries: list[Any]) -> bool:
    try:
        if "id" in entries[0]:
            if len({*map(_ID, entries)}) == len(entries):
                return False
        elif not any("id" in entry for entry in entries) and _all_differ(entries):
            return False
    except (KeyError, TypeError):  # some entry has no id, or no plain one, or is no object
        pass
    return any(_repeats_in(entries, ()))


def _all_differ(entries: list[Any]) -> bool:
    """Whether no two entries are equal, where that is cheap to say: false may mean that it was not looked into."""
    return len(entries) <= _FEW and not any(one == other for one, other in combinations(entries, 2))


_FEW = 12


def repeats(value: dict[str, Any], below: Tree, position: Position = ()) -> Iterator[Repeat]:
    """Every entry that is in its list already."""
    nothing_further = Tree((), ())
    for name, unique, further in (*((name, True, nothing_further) for name in below.lists), *below.branches):
        member, here = value.get(name), (*position, name)
        if isinstance(member, dict):
            yield from repeats(member, further, here)
        elif isinstance(member, list):
            if unique:
                yield from _repeats_in(member, here)
            for index, entry in enumerate(member):
                if isinstance(entry, dict):
                    yield from repeats(entry, further, (*here, index))


def _repeats_in(entries: list[Any], position: Position) -> Iterator[Repeat]:
    ids = [_id(entry) for entry in entries]
    compare_all = None in ids
    seen_ids: set[Any] = set()
    seen: set[Any] = set()
    for index, (entry, identifier) in enumerate(zip(entries, ids, strict=True)):
        whole = _hashable(entry) if compare_all else None
        if identifier is not None and identifier in seen_ids:
            yield Repeat((*position, index), identifier)
        elif compare_all and whole in seen:
            yield Repeat((*position, index), None)
        seen_ids.add(identifier)
        seen.add(whole)


def _id(entry: Any) -> Any:
    identifier = entry.get("id") if isinstance(entry, dict) else None
    return None if isinstance(identifier, dict | list) else identifier


def _hashable(value: Any) -> Any:
    """A stand-in that is equal for equal JSON: 1 and 1.0 are equal, 1 and true are not."""
    if isinstance(value, dict):
        return frozenset((key, _hashable(member)) for key, member in value.items())
    if isinstance(value, list):
        return tuple(map(_hashable, value))
    return (bool, value) if isinstance(value, bool) else value
