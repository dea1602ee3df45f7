"""The tabs of a workbook, taken apart into the blocks that its kind describes."""

from collections.abc import Mapping
from typing import TypeAlias

from candour.ocds.problems import shorten
from candour.sources.tabular.layout import plain
from candour.sources.tabular.sheet import Cells
from candour.templates.cell import is_empty
from candour.templates.kind import Block, Form, Kind, Tab, Table
from candour.templates.place import CellProblem, Given, Place

Grid: TypeAlias = Mapping[str, list[tuple[int, Cells]]]
"""The rows of each tab with their numbers, by its name."""
GivenRow: TypeAlias = Mapping[str, Given]
"""The cells of a row that are not empty, by the names of their columns."""

FORM_HEADING = ("What is asked", "Your answer", "How to answer")
GUIDANCE = "Guidance"
_ENOUGH = 0.5


def taken_apart(grid: Grid, kind: Kind) -> tuple[dict[str, list[GivenRow]], list[CellProblem]]:
    """The rows of every block, by its title, and whatever stands where nothing is read."""
    blocks: dict[str, list[GivenRow]] = {}
    problems: list[CellProblem] = []
    by_name = {plain(name): rows for name, rows in grid.items()}
    for tab in kind.tabs:
        reader = _TabReader(tab)
        if plain(tab.name) not in by_name:
            problems.append(_missing(tab.name))
        for number, cells in by_name.pop(plain(tab.name), ()):
            reader.take(number, cells)
        blocks.update(reader.blocks)
        problems += reader.problems
    by_name.pop(plain(GUIDANCE), None)
    for name, rows in grid.items():
        if plain(name) in by_name and rows:
            expected = f"one of {', '.join(tab.name for tab in kind.tabs)}; this tab is not read"
            problems.append(CellProblem(place=None, found=f"a tab {name}", expected=expected, level="note"))
    return blocks, problems


def _missing(name: str) -> CellProblem:
    return CellProblem(place=None, found="no such tab", expected=f"a tab {name}, as the template has it")


def letter(index: int) -> str:
    """The letters of a column that is counted from 0: 0 → A, 27 → AB."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


class _TabReader:
    """Goes through the rows of a tab and knows in which block it is."""

    def __init__(self, tab: Tab) -> None:
        self._tab = tab
        self._titles = {plain(block.title): block for block in tab.blocks}
        self._block: Block | None = None
        self._heading: dict[int, str] | None = None
        self.blocks: dict[str, list[GivenRow]] = {block.title: [] for block in tab.blocks}
        self.problems: list[CellProblem] = []

    def take(self, number: int, cells: Cells) -> None:
        """The next row."""
        first = plain(cells[0]) if cells else ""
        if first in self._titles and not any(map(plain, cells[1:])):
            self._block, self._heading = self._titles[first], None
        elif isinstance(self._block, Form):
            self._answer(self._block, number, cells)
        elif (heading := self._heading_in(number, cells)) is not None:
            self._heading = heading
        elif isinstance(self._block, Table) and self._heading is not None:
            self._row(self._block, self._heading, number, cells)

    def _answer(self, form: Form, number: int, cells: Cells) -> None:
        """A question with its answer, or with an empty text where there is none."""
        asked = {plain(column.name): column.name for column in form.columns}
        label, answer = (*cells, "", "")[:2]
        if (is_empty(label) and is_empty(answer)) or plain(label) == plain(FORM_HEADING[0]):
            return
        name = asked.get(plain(label))
        place = Place(self._tab.name, number, "B", name or "")
        answers = self.blocks[form.title][0] if self.blocks[form.title] else {}
        if name is None:
            if not is_empty(answer):
                self._unread(place, answer, "nothing, because no question of the template stands before it")
        elif name in answers:
            self._unread(place, answer, f"this question once; it is in row {answers[name].place.row}, too")
        else:
            self.blocks[form.title] = [{**answers, name: Given("" if is_empty(answer) else answer, place)}]

    def _heading_in(self, number: int, cells: Cells) -> dict[int, str] | None:
        """The columns by position, where the row is the heading of a table; this table then is the block."""
        for block in self._tab.blocks:
            if isinstance(block, Table):
                known = {plain(name): name for name in block.names}
                found = {index: known[plain(cell)] for index, cell in enumerate(cells) if plain(cell) in known}
                if len(set(found.values())) >= len(known) * _ENOUGH and len(found) > 1:
                    self._block = block
                    self._check_heading(found, number, cells)
                    return found
        return None

    def _check_heading(self, found: Mapping[int, str], number: int, cells: Cells) -> None:
        for index, name in found.items():
            if list(found.values()).index(name) != list(found).index(index):
                place = Place(self._tab.name, number, letter(index), name)
                self._unread(place, cells[index], "each heading once")

    def _row(self, table: Table, heading: Mapping[int, str], number: int, cells: Cells) -> None:
        row: dict[str, Given] = {}
        for index, text in enumerate(cells):
            if is_empty(text):
                continue
            place = Place(self._tab.name, number, letter(index), heading.get(index, ""))
            if index in heading:
                row.setdefault(heading[index], Given(text, place))
            else:
                self._unread(place, text, "nothing, because no heading of the template stands above it")
        if row:
            self.blocks[table.title].append(row)

    def _unread(self, place: Place, found: str, expected: str) -> None:
        self.problems.append(CellProblem(place=place, found=shorten(found), expected=expected))
