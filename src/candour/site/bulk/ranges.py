"""Which part of a file is asked for, as RFC 9110 has it: one range of bytes."""

import re
from dataclasses import dataclass

_RANGE = re.compile(r"bytes=(?P<first>\d*)-(?P<last>\d*)", re.ASCII)
_LONGEST = 40


class NoSuchRangeError(ValueError):
    """The part that is asked for lies outside of the file."""


@dataclass(frozen=True, slots=True)
class Part:
    """From the byte `first` to the byte `last`, both counted from 0 and included."""

    first: int
    last: int

    @property
    def length(self) -> int:
        """In bytes."""
        return self.last - self.first + 1


def part_of(asked: str, size: int) -> Part | None:
    """The part of a file of so many bytes; None for the whole, also where several parts are asked for.

    Raises:
        NoSuchRangeError: nothing of the file lies in it.
    """
    found = _RANGE.fullmatch(asked) if len(asked) <= _LONGEST else None
    if found is None or not (found["first"] or found["last"]):
        return None
    if not found["first"]:
        length = int(found["last"])
        if not length or not size:
            raise NoSuchRangeError
        return Part(max(0, size - length), size - 1)
    first = int(found["first"])
    last = min(int(found["last"]), size - 1) if found["last"] else size - 1
    if found["last"] and int(found["last"]) < first:
        return None
    if first >= size:
        raise NoSuchRangeError
    return Part(first, last)
