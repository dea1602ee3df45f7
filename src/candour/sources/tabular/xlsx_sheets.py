"""XLSX workbooks, row by row from the XML of each sheet."""

from collections import deque
from collections.abc import Callable, Iterator

from candour.ocds.problems import Problem
from candour.ocds.read.intake import Intake
from candour.ocds.read.limits import Limits
from candour.sources.tabular import rules
from candour.sources.tabular.numbers import from_serial, iso, shortest
from candour.sources.tabular.plain_rows import events
from candour.sources.tabular.rules import problem
from candour.sources.tabular.sheet import (
    LONGEST_CELL,
    MOST_COLUMNS,
    MOST_ROWS,
    Cells,
    RowOrProblem,
    Sheet,
    position_of,
)
from candour.sources.tabular.xlsx_parts import Workbook, local, unescape, workbook
from candour.sources.tabular.xlsx_plain_rows import XlsxPlainRows
from candour.sources.tabular.xml_events import Event

Parts = Callable[[Intake], Iterator[tuple[str, Iterator[bytes]]]]
"""The parts of the file (path, content), from the first again at every call; damage is told to the intake."""


def xlsx_sheets(parts: Parts, where: str, limits: Limits) -> Iterator[Sheet | Problem]:
    """The sheets of a workbook, in the order in which they stand in the file."""
    book = Workbook()
    intake = Intake(where, limits)
    for found in workbook(parts(intake), where):
        if isinstance(found, Problem):
            yield found
        else:
            book = found
    yield from intake.tell()
    names = {path: name for name, path in book.sheets if path}
    for part, content in parts(Intake(where, limits)):
        if part in names:
            yield Sheet(names[part], _rows(content, book, names[part], f"{where}/{part}"))


def _rows(content: Iterator[bytes], book: Workbook, name: str, where: str) -> Iterator[RowOrProblem]:
    handlers = _Xlsx(book, name)
    plain = XlsxPlainRows(handlers.value, _column)
    return (each for each in events(content, handlers, plain, where) if not isinstance(each, str))


class _Xlsx:
    """Turns elements into rows."""

    def __init__(self, book: Workbook, name: str) -> None:
        self.events: deque[Event] = deque()
        self._book, self._name = book, name
        self._cells: list[str] = []
        self._row = self._column = 0
        self._fault = ""
        self._type = self._style = ""
        self._text: list[str] = []
        self._length = 0
        self._taken = self._in_rows = self._in_row = False
        self._letters: dict[str, int] = {}
        self._known: dict[str, str] = {}

    @property
    def at_rows(self) -> bool:
        """Whether a row may begin here."""
        return self._in_rows and not self._in_row

    def take_row(self, cells: Cells, number: int) -> None:
        """The row of that number."""
        self._row = number
        if cells and number <= MOST_ROWS:
            self.events.append((number, cells))

    def start(self, name: str, attributes: list[str]) -> None:
        kind = self._known.get(name) or self._known.setdefault(name, local(name))
        if kind == "c":
            self._start_cell(attributes)
        elif kind == "v" or kind == "t":
            self._taken = True
        elif kind == "row":
            self._cells, self._fault, self._column = [], "", 0
            self._in_row = True
            self._row += 1
            for at in range(0, len(attributes), 2):
                if attributes[at] == "r":
                    self._row = _number(attributes[at + 1], self._row)
        elif kind == "rPh":
            self._type = "phonetic"
        elif kind == "sheetData":
            self._in_rows = True

    def end(self, name: str) -> None:
        kind = self._known.get(name)
        if kind == "c":
            self._end_cell()
        elif kind == "v" or kind == "t":
            self._taken = False
        elif kind == "row":
            self._end_row()
        elif kind == "sheetData":
            self._in_rows = False

    def text(self, text: str) -> None:
        if self._taken and self._type != "phonetic":
            self._length += len(text)
            if self._length <= LONGEST_CELL:
                self._text.append(text)

    def _start_cell(self, attributes: list[str]) -> None:
        self._type = self._style = ""
        self._length = 0
        if self._text:
            self._text = []
        self._column += 1
        for at in range(0, len(attributes), 2):
            attribute = attributes[at]
            if attribute == "t":
                self._type = attributes[at + 1]
            elif attribute == "s":
                self._style = attributes[at + 1]
            elif attribute == "r":
                letters = attributes[at + 1].rstrip("0123456789")
                if letters not in self._letters:
                    self._letters[letters] = _column(letters)
                self._column = self._letters[letters] or self._column

    def _end_cell(self) -> None:
        value = self.value(self._type, self._style, "".join(self._text))
        if not value:
            return
        if len(value) > LONGEST_CELL or self._length > LONGEST_CELL:
            self._fault = f"a cell of more than {LONGEST_CELL:,} characters"
        elif self._column > MOST_COLUMNS:
            self._fault = f"more than {MOST_COLUMNS:,} cells"
        elif (gap := self._column - 1 - len(self._cells)) >= 0:
            if gap:
                self._cells.extend([""] * gap)
            self._cells.append(value)
        else:
            self._fault = "two cells at the same place"

    def value(self, kind: str, style: str, text: str) -> str:
        """What a cell of a type and a style shows."""
        if kind == "s":
            at, texts = _number(text, -1), self._book.texts
            return texts[at] if 0 <= at < len(texts) else "#REF!"
        if kind in ("inlineStr", "str", "phonetic"):
            return unescape(text)
        if kind == "b":
            return {"1": "true", "0": "false"}.get(text, text)
        if kind in ("e", "d"):
            return iso(text)
        if _number(style, -1) in self._book.dates:
            return from_serial(text, self._book.since_1904)
        return shortest(text)

    def _end_row(self) -> None:
        self._in_row = False
        if self._fault:
            position = position_of(self._name, self._row)
            expected = f"{MOST_COLUMNS:,} cells of {LONGEST_CELL:,} characters, in order"
            self.events.append(problem(rules.ROW_TOO_WIDE, position, found=self._fault, expected=expected))
        else:
            self.take_row(tuple(self._cells), self._row)


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else otherwise


def _column(letters: str) -> int:
    """AB → 28; 0 for what names no column."""
    number = 0
    for letter in letters if len(letters) < 5 else "?":
        if not "A" <= letter <= "Z":
            return 0
        number = number * 26 + ord(letter) - 64
    return number
