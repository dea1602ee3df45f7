"""Whether a part of a release can be taken over as it is. Most can, and few steps tell."""

from typing import Any


def is_settled(value: dict[str, Any]) -> bool:
    """Whether nothing in an object is null, empty or an `id` twice in a list.

    False may also mean that it is not worth finding out.
    """
    return bool(value) and _are_settled([value])


def is_settled_list(items: list[Any]) -> bool:
    """The same for a list. One that does not begin with an object is replaced as a whole, whatever is in it."""
    if not items:
        return False
    return type(items[0]) is not dict or (_have_own_ids(items) and _are_settled(list(items)))


def _are_settled(parts: list[dict[str, Any]]) -> bool:
    """One loop over all objects, for calling a function for each of them would take twice as long."""
    for part in parts:
        for member in part.values():
            kind = type(member)
            if kind is str:
                continue
            if kind is dict:
                if not member:
                    return False
                parts.append(member)
            elif kind is list:
                if not member:
                    return False
                if type(member[0]) is dict:
                    if not _have_own_ids(member):
                        return False
                    parts += member
            elif member is None:
                return False
    return True


def _have_own_ids(items: list[Any]) -> bool:
    """Whether all are objects with something in them, and no `id`, which must be text, is there twice."""
    ids = set()
    for item in items:
        if type(item) is not dict or not item:
            return False
        if "id" in item:
            identifier = item["id"]
            if type(identifier) is not str or identifier in ids:
                return False
            ids.add(identifier)
    return True
