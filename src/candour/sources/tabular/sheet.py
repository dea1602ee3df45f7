"""A table as it stands in a file, before anybody knows what its columns mean."""

from collections.abc import Iterator

import msgspec

from candour.ocds.problems import Problem

MOST_COLUMNS = 16_384
MOST_ROWS = 1_048_576
LONGEST_CELL = 131_072
"""What a sheet may hold at most: what spreadsheets themselves allow, and four times their longest cell."""

Cells = tuple[str, ...]
RowOrProblem = tuple[int, Cells] | Problem


class Sheet(msgspec.Struct, frozen=True):
    """One sheet of a workbook, or a whole CSV file.

    `rows` gives the number that a spreadsheet shows beside a row (from 1), and its cells as text: a date as
    2026-05-31, a number as its shortest decimal (1 and not 1.0; 0.01 for 1%), true and false as such. Rows in which
    every cell is empty are left out; empty cells at the end of a row may be. A row that cannot be read is a Problem
    and the rows behind it still come. It can be gone through once, and only before the next sheet is asked for.

    `aligned` says that every row must have as many cells as the heading (CSV).
    """

    name: str
    rows: Iterator[RowOrProblem]
    aligned: bool = False

    def position(self, row: int) -> str:
        """Where a row is, as messages and accounts say it."""
        return position_of(self.name, row)


def position_of(sheet: str, row: int) -> str:
    """Where a row is; a CSV file has no name of a sheet."""
    return f"sheet {sheet} row {row}" if sheet else f"row {row}"
