"""Ids for what is added to a process, so that merging does not take it for what is there."""

from collections.abc import Collection


def fresh_id(wanted: str, taken: Collection[str]) -> str:
    """The id that is wanted, or with a number behind it where it is taken."""
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name
