"""A workbook as it is received: its rows, which kind it is of, and the lists that it carries."""

from collections.abc import Mapping
from typing import BinaryIO

import msgspec

from candour.ocds.problems import Problem
from candour.sources.tabular.layout import plain
from candour.sources.tabular.sheet import Cells, Sheet
from candour.sources.tabular.sheets import sheets
from candour.templates.choices import Choice, Choices
from candour.templates.error import TemplateError
from candour.templates.grid import GUIDANCE, Grid
from candour.templates.kind import Kind, kinds

MARK = "Candour template"
"""Stands in the first tab, left of the kind and its version."""
LIST = "list "
"""Begins the heading of a list's codes in the first tab; the columns after it say more of each code."""
LABEL = "label"


class Opened(msgspec.Struct, frozen=True):
    """The rows of each tab, the kind, and its lists as they were when the workbook was made."""

    kind: Kind
    grid: Grid
    choices: Mapping[str, Choices]


def opened(stream: BinaryIO, name: str, current: Mapping[str, Choices]) -> Opened:
    """A workbook that was made of a template. `current` says which lists are open, and stands in for lost ones.

    Raises:
        TemplateError: it is no workbook, is damaged, or is of no template or version that is known.
    """
    grid = read_grid(stream, name)
    kind = kind_of(grid, name)
    carried = _carried(next((rows for tab, rows in grid.items() if plain(tab) == plain(GUIDANCE)), []))
    choices = {
        each: msgspec.structs.replace(current[each], choices=carried.get(each) or current[each].choices)
        for each in kind.lists
    }
    return Opened(kind, grid, choices)


def read_grid(stream: BinaryIO, name: str) -> Grid:
    """Every row of every tab. Raises TemplateError where one cannot be read."""
    grid = {}
    for sheet in sheets(stream, name):
        if isinstance(sheet, Problem):
            raise TemplateError(f"{name}: {sheet.for_publisher()}")
        grid[sheet.name] = list(_rows(sheet, name))
    return grid


def _rows(sheet: Sheet, name: str) -> list[tuple[int, Cells]]:
    rows = []
    for row in sheet.rows:
        if isinstance(row, Problem):
            raise TemplateError(f"{name}: {row.position}: {row.for_publisher()}")
        rows.append(row)
    return rows


def kind_of(grid: Grid, name: str) -> Kind:
    """The kind that the first tab says. Raises TemplateError."""
    marks = [cells[1].strip() for rows in grid.values() for _, cells in rows if cells[:1] == (MARK,) and cells[1:]]
    by_mark = {kind.mark: kind for kind in kinds().values()}
    if not marks:
        raise TemplateError(f"{name}: no template of Candour; make one with `candour template new`")
    if marks[0] not in by_mark:
        raise TemplateError(f"{name}: found the template {marks[0]!r}, expected {' or '.join(by_mark)}")
    return by_mark[marks[0]]


def _carried(rows: list[tuple[int, Cells]]) -> dict[str, tuple[Choice, ...]]:
    """The lists in the far columns of the first tab."""
    if not rows or rows[0][0] != 1:
        return {}
    heading = rows[0][1]
    starts = [index for index, cell in enumerate(heading) if cell.startswith(LIST)]
    found = {}
    for start, end in zip(starts, [*starts[1:], len(heading)], strict=True):
        names = heading[start + 1 : end]
        entries = (cells[start:end] for _, cells in rows[1:] if len(cells) > start and cells[start])
        found[heading[start].removeprefix(LIST)] = tuple(_choice(names, entry) for entry in entries)
    return found


def _choice(names: Cells, entry: Cells) -> Choice:
    more = dict(zip(names, entry[1:], strict=False))
    label = more.pop(LABEL, "")
    return Choice(entry[0], label or entry[0], more)
