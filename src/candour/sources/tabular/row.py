"""One row of a table whose columns are known."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TypeVar

from candour.ocds.problems import Problem, Rule, shorten
from candour.sources.account import Tally
from candour.sources.tabular import cells, rules
from candour.sources.tabular.match import Matched
from candour.sources.tabular.rules import problem
from candour.sources.tabular.sheet import Cells

_MAY_BE_ERROR = frozenset("#Ee")
_T = TypeVar("_T", date, Decimal, int, bool)


class TableRow:
    """Gives a row's fields, and collects in `problems` what is wrong with them.

    A field without a column, or with an empty cell, is "" or None. Whoever reads a row says once what became of it:
    `used`, `ignored` or `refused`.
    """

    __slots__ = ("_absent", "_cells", "_fields", "_tally", "matched", "number", "position", "problems", "sheet")

    def __init__(self, matched: Matched, sheet: str, number: int, position: str, cells: Cells, tally: Tally) -> None:
        self.matched, self.sheet, self.number, self.position = matched, sheet, number, position
        self.problems: list[Problem] = []
        self._cells, self._tally = cells, tally
        self._fields, self._absent = matched.fields, matched.layout.absent

    def instead(self, cells: Cells) -> "TableRow":
        """The same row with other cells; it keeps the problems so far."""
        row = TableRow(self.matched, self.sheet, self.number, self.position, cells, self._tally)
        row.problems = self.problems
        return row

    def used(self, reason: str) -> None:
        """The row gave what `reason` names."""
        self._tally.used(self.sheet, self.position, reason)

    def ignored(self, reason: str) -> None:
        """The row is sound, and nothing of it is wanted."""
        self._tally.ignored(self.sheet, self.position, reason)

    def refused(self, reason: str) -> None:
        """The row is not sound; `problems` say how."""
        self._tally.refused(self.sheet, self.position, reason)

    def raw(self, field: str) -> str:
        """The cell as published, without spaces around it."""
        try:
            return self._cells[self._fields[field]].strip()
        except (KeyError, IndexError):
            return ""

    def text(self, field: str) -> str:
        """As `raw`; empty where the layout counts it as absent, or a formula failed."""
        try:  # As `raw`, without a further call: very many cells are read here.
            found = self._cells[self._fields[field]].strip()
        except (KeyError, IndexError):
            return ""
        if not found or found in self._absent:
            return ""
        if found[0] in _MAY_BE_ERROR and cells.is_error(found):
            self.tell(rules.CELL_FAILED, field, found)
            return ""
        return found

    def texts(self, field: str, separator: str = ",") -> tuple[str, ...]:
        """A list in one cell."""
        return tuple(part for each in self.text(field).split(separator) if (part := each.strip()))

    def yearly(self, field: str) -> tuple[tuple[str, str], ...]:
        """(year as in the column's name, cell) for each column of a field whose name has a year."""
        return tuple(
            (found.year, self._cells[found.index].strip())
            for found in self.matched.yearly.get(field, ())
            if found.index < len(self._cells)
        )

    def day(self, field: str) -> date | None:
        """A date, in the order of day and month that the layout has."""
        order = self.matched.layout.dates
        return self._value(field, lambda text: cells.day(text, order))

    def whole(self, field: str) -> int | None:
        """A whole number."""
        return self._value(field, cells.whole)

    def decimal(self, field: str) -> Decimal | None:
        """An exact number."""
        return self._value(field, cells.number)

    def yes(self, field: str) -> bool | None:
        """Y or N."""
        return self._value(field, cells.yes)

    def tell(self, rule: Rule, field: str, found: str = "", expected: str = "", limit: int = 80) -> None:
        """Note what is wrong with a field; of `found` so many characters are shown."""
        column = self.matched.column(field) if field in self.matched.fields else field
        self.problems.append(
            problem(rule, self.position, path=column, found=shorten(found, limit), expected=expected)
        )

    def _value(self, field: str, meaning: Callable[[str], _T]) -> _T | None:
        text = self.text(field)
        if not text:
            return None
        try:
            value = meaning(text)
        except ValueError as error:
            expected = str(error) if str(error).startswith(("a ", "Y ")) else "a date that exists"
            self.tell(rules.CELL_UNREADABLE, field, text, expected)
            return None
        limits = self.matched.layout.ranges.get(field)
        if limits is not None and not limits.min <= value <= limits.max:  # type: ignore[operator]
            self.tell(rules.CELL_UNEXPECTED, field, text, str(limits))
        return value
