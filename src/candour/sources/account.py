"""What became of every row of a file: used, ignored or refused, and why."""

from collections.abc import Iterator
from typing import Literal

import msgspec

Outcome = Literal["used", "ignored", "refused"]
EXAMPLES = 3


class Account(msgspec.Struct, frozen=True):
    """So many rows of one sheet (or file) met the same fate. `examples` are the first few of them."""

    sheet: str
    outcome: Outcome
    reason: str
    rows: int
    examples: tuple[str, ...]


class Tally:
    """Counts rows while a file is read."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, Outcome, str], int] = {}
        self._examples: dict[tuple[str, Outcome, str], list[str]] = {}

    def used(self, sheet: str, row: str, reason: str) -> None:
        """The row gave what `reason` names, such as "a location and six ratings"."""
        self._count(sheet, "used", row, reason)

    def ignored(self, sheet: str, row: str, reason: str) -> None:
        """The row is sound, and nothing of it is wanted."""
        self._count(sheet, "ignored", row, reason)

    def refused(self, sheet: str, row: str, reason: str) -> None:
        """The row is not sound; a problem says where and how."""
        self._count(sheet, "refused", row, reason)

    def accounts(self) -> Iterator[Account]:
        """What was counted so far."""
        for (sheet, outcome, reason), rows in self._rows.items():
            yield Account(sheet, outcome, reason, rows, tuple(self._examples[sheet, outcome, reason]))

    def _count(self, sheet: str, outcome: Outcome, row: str, reason: str) -> None:
        key = (sheet, outcome, reason)
        self._rows[key] = self._rows.get(key, 0) + 1
        if len(examples := self._examples.setdefault(key, [])) < EXAMPLES:
            examples.append(row)
