"""Where in a workbook something stands, and what is wrong there."""

from typing import Literal

import msgspec


class Place(msgspec.Struct, frozen=True):
    """A cell, by its tab, its row, the letter of its column and what it is called there."""

    tab: str
    row: int
    letter: str = ""
    name: str = ""

    @property
    def column(self) -> str:
        """The letter and the name of the column, as far as they are known."""
        return f"{self.letter} ({self.name})" if self.letter and self.name else self.letter or self.name

    def __str__(self) -> str:
        return f"tab {self.tab}, row {self.row}" + (f", column {self.column}" if self.column else "")


class Given(msgspec.Struct, frozen=True):
    """The text of a cell, and where it stands."""

    text: str
    place: Place


class CellProblem(msgspec.Struct, frozen=True, kw_only=True):
    """Something in a workbook that is not as expected. An error keeps it from being read; a note does not."""

    place: Place | None
    found: str
    expected: str
    level: Literal["error", "note"] = "error"

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        return f"{where}found {self.found}, expected {self.expected}"
