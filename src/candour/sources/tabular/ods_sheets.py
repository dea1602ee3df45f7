"""OpenDocument spreadsheets, row by row from their content.xml.

Repeated cells and rows, which office programs write by the million for what is empty, are counted and not made.
"""

from collections import deque
from collections.abc import Callable, Iterator

from candour.ocds.problems import Problem
from candour.sources.tabular import rules
from candour.sources.tabular.numbers import iso, shortest
from candour.sources.tabular.ods_plain_rows import OdsPlainRows
from candour.sources.tabular.plain_rows import events
from candour.sources.tabular.rules import problem
from candour.sources.tabular.sheet import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, Cells, Sheet, position_of
from candour.sources.tabular.xml_events import Event, by_sheet

_NAMESPACES = {
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
}

_USUAL = {name: name for name in _NAMESPACES.values()}


def ods_sheets(content: Iterator[bytes], where: str) -> Iterator[Sheet | Problem]:
    """The sheets of a spreadsheet's content.xml."""
    return by_sheet(events(content, _Ods(), OdsPlainRows(), where))


class _Ods:
    """Turns elements into rows.

    `_quiet` is the depth inside a note or a drawing, whose text is nobody's value.
    """

    def __init__(self) -> None:
        self.events: deque[Event] = deque()
        self._sheet = ""
        self._row = 0
        self._repeated = 1
        self._cells: list[str] = []
        self._blank = 0
        self._fault = ""
        self._value: str | None = None
        self._times = 1
        self._text: list[str] = []
        self._length = 0
        self._in_row = self._in_cell = self._in_paragraph = self._begun = False
        self._quiet = 0
        self._usual = False
        self._name_elements(_USUAL)

    def _name_elements(self, prefixes: dict[str, str]) -> None:
        office, table, text = prefixes["office"], prefixes["table"], prefixes["text"]
        self._cell, self._covered = f"{table}:table-cell", f"{table}:covered-table-cell"
        self._table_row, self._table = f"{table}:table-row", f"{table}:table"
        self._columns_repeated = f"{table}:number-columns-repeated"
        self._rows_repeated, self._table_name = f"{table}:number-rows-repeated", f"{table}:name"
        self._paragraph, self._spaces = f"{text}:p", f"{text}:s"
        self._count, self._breaks = f"{text}:c", {f"{text}:tab": "\t", f"{text}:line-break": "\n"}
        self._values: dict[str, Callable[[str], str]] = {f"{office}:value": shortest, f"{office}:date-value": iso}
        for plain in ("boolean-value", "string-value", "time-value"):
            self._values[f"{office}:{plain}"] = str
        self._notes = {f"{office}:annotation", "draw:frame", "draw:custom-shape", "draw:line", "draw:control"}

    @property
    def at_rows(self) -> bool:
        """Whether a row may begin here, under the usual prefixes."""
        return self._usual and bool(self._sheet) and not self._in_row

    def take_row(self, cells: Cells, number: int) -> None:
        """A row, so many times."""
        first = self._row + 1
        self._row += number
        if cells:
            self.events.extend((number, cells) for number in range(first, min(self._row, MOST_ROWS) + 1))

    def start(self, name: str, attributes: list[str]) -> None:
        if name == self._paragraph:
            if self._in_cell and not self._quiet:
                if self._begun:
                    self._text.append("\n")
                self._in_paragraph = self._begun = True
        elif name == self._cell or name == self._covered:
            self._start_cell(attributes)
        elif name == self._table_row:
            self._start_row(attributes)
        elif self._quiet:
            self._quiet += 1
        elif self._in_cell:
            self._start_inside(name, attributes)
        elif name == self._table:
            pairs = dict(zip(attributes[::2], attributes[1::2], strict=True))
            self._sheet, self._row = pairs.get(self._table_name, ""), 0
            self.events.append(self._sheet)
        elif not self._sheet and attributes:
            self._learn_prefixes(attributes)

    def end(self, name: str) -> None:
        if name == self._paragraph:
            if not self._quiet:
                self._in_paragraph = False
        elif name == self._cell or name == self._covered:
            self._end_cell()
        elif name == self._table_row:
            self._end_row()
        elif self._quiet:
            self._quiet -= 1

    def text(self, text: str) -> None:
        if self._in_paragraph and not self._quiet:
            self._length += len(text)
            if self._length > LONGEST_CELL:
                self._fault = f"a cell of more than {LONGEST_CELL:,} characters"
            else:
                self._text.append(text)

    def _start_cell(self, attributes: list[str]) -> None:
        self._in_cell = True
        self._value, self._times = None, 1
        self._begun = False
        self._length = 0
        if self._text:
            self._text = []
        for at in range(0, len(attributes), 2):
            attribute = attributes[at]
            if attribute == self._columns_repeated:
                self._times = _count(attributes[at + 1])
            elif attribute in self._values:
                self._value = self._values[attribute](attributes[at + 1])

    def _end_cell(self) -> None:
        self._in_cell = self._in_paragraph = False
        self._quiet = 0
        value = self._value if self._value is not None else "".join(self._text)
        if not value:
            self._blank += self._times
            return
        if len(self._cells) + self._blank + self._times > MOST_COLUMNS:
            self._fault = self._fault or f"more than {MOST_COLUMNS:,} cells"
            return
        if self._blank:
            self._cells.extend([""] * self._blank)
            self._blank = 0
        if self._times == 1:
            self._cells.append(value)
        else:
            self._cells.extend([value] * self._times)

    def _start_row(self, attributes: list[str]) -> None:
        self._in_row = True
        self._cells, self._blank, self._fault, self._repeated = [], 0, "", 1
        for at in range(0, len(attributes), 2):
            if attributes[at] == self._rows_repeated:
                self._repeated = _count(attributes[at + 1])

    def _end_row(self) -> None:
        self._in_row = False
        first = self._row + 1
        if self._fault:
            self._row += self._repeated
            found, expected = self._fault, f"{MOST_COLUMNS:,} cells of {LONGEST_CELL:,} characters"
            position = position_of(self._sheet, first)
            self.events.append(problem(rules.ROW_TOO_WIDE, position, found=found, expected=expected))
        else:
            self.take_row(tuple(self._cells), self._repeated)

    def _start_inside(self, name: str, attributes: list[str]) -> None:
        """Something inside a cell that is neither a paragraph nor another cell."""
        if name in self._notes:
            self._quiet = 1
        elif name == self._spaces:
            pairs = dict(zip(attributes[::2], attributes[1::2], strict=True))
            self.text(" " * min(_count(pairs.get(self._count, "1")), LONGEST_CELL + 1))
        elif name in self._breaks:
            self.text(self._breaks[name])

    def _learn_prefixes(self, attributes: list[str]) -> None:
        """Most programs write table:table-cell, but the prefixes are for each to choose."""
        found = {
            _NAMESPACES[value]: name.removeprefix("xmlns:")
            for name, value in zip(attributes[::2], attributes[1::2], strict=True)
            if name.startswith("xmlns:") and value in _NAMESPACES
        }
        if len(found) == len(_NAMESPACES):
            self._usual = found == _USUAL
            self._name_elements(found)


def _count(text: str) -> int:
    """How often something is repeated; what is no number counts once."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 1
