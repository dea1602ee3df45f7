"""The plain rows of an XLSX sheet: every cell says where it is, and has a value and nothing else."""

import re
from collections.abc import Callable

from candour.sources.tabular.sheet import LONGEST_CELL, MOST_COLUMNS, Cells

_ROW = re.compile(r'<row r="(\d{1,9})"[^<>&]*(?<!/)>')
_CELL = re.compile(
    r'<c r="([A-Z]{1,3})\d{1,9}"(?: s="(\d{1,9})")?(?: t="([a-z]{1,3})")?'
    r"(?:/>|>(?:<v>([^<&\x00-\x08\x0b-\x1f]*)</v>)?</c>)"
)


class XlsxPlainRows:
    """Reads plain rows. `value` says what a cell's type, style and text are; `column` counts columns from 1."""

    ends = b"</row>"

    def __init__(self, value: Callable[[str, str, str], str], column: Callable[[str], int]) -> None:
        self._value, self._column = value, column
        self._columns: dict[str, int] = {}

    def read(self, row: str) -> tuple[Cells, int] | None:
        """The cells and the row's number."""
        opening = _ROW.match(row)
        if opening is None:
            return None
        parts = _CELL.split(row[opening.end() :])
        if any(parts[::5]):
            return None
        found: list[str] = []
        for letters, style, kind, text in zip(parts[1::5], parts[2::5], parts[3::5], parts[4::5], strict=True):
            value = self._value(kind or "", style or "", text) if text else ""
            if not value:
                continue
            at = self._columns.get(letters) or self._columns.setdefault(letters, self._column(letters))
            if not len(found) < at <= MOST_COLUMNS or len(value) > LONGEST_CELL:
                return None
            if at - len(found) > 1:
                found += [""] * (at - 1 - len(found))
            found.append(value)
        return tuple(found), int(opening[1])
