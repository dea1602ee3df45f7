"""A workbook of a kind, empty or filled: the same bytes from the same content."""

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import xlsxwriter
from xlsxwriter.worksheet import ColumnInfo, Worksheet

from candour.sources.tabular.sheet import MOST_COLUMNS
from candour.templates.cell_writing import Cell
from candour.templates.choices import Choices
from candour.templates.flatten import CellRow
from candour.templates.grid import FORM_HEADING, GUIDANCE
from candour.templates.guidance import write_guidance
from candour.templates.kind import Block, Column, Form, Kind, Tab, Table
from candour.templates.look import STYLES, height, style_of
from candour.templates.validation import validation

_OPTIONS = {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
_MADE = datetime(2026, 11, 1)
"""Every workbook says this day, so that the same content gives the same bytes."""
_ALLOWED = dict.fromkeys(
    ("insert_rows", "delete_rows", "format_cells", "format_columns", "format_rows", "sort", "autofilter"), True
)
_FORM_WIDTHS = (36, 44)
_GUIDANCE_COLUMNS = 5
"""So many columns right of the answers hold what explains them."""
_FURTHER = 2_000
"""So many rows below the last table of a tab may be filled in."""


def written(kind: Kind, choices: Mapping[str, Choices], filled: Mapping[str, Sequence[CellRow]] | None) -> bytes:
    """The workbook. `filled` are the rows of every block by its title; without them it is an empty one."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, _OPTIONS) as book:
        book.set_properties({"title": kind.title, "created": _MADE})
        styles = {name: book.add_format(style) for name, style in STYLES.items()}
        guidance = book.add_worksheet(GUIDANCE)
        write_guidance(book, guidance, kind, choices, styles)
        _set_up(guidance, GUIDANCE)
        for tab in kind.tabs:
            _TabWriter(book.add_worksheet(tab.name, _EndlessSheet), tab, choices, styles).write(filled)
    return target.getvalue()


def _set_up(sheet: Any, name: str) -> None:
    sheet.protect("", _ALLOWED)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4)
    sheet.set_footer(f"&L{name}&RPage &P of &N")


class _EndlessSheet(Worksheet):  # type: ignore[misc]
    """A worksheet whose last column that is set up stands for all that follow.

    XlsxWriter would keep and compare each of the sixteen thousand, which takes longer than all the rest.
    """

    def _write_col_info(self, col_min: int, col_max: int, col_info: ColumnInfo) -> None:
        last = MOST_COLUMNS - 1 if col_max == max(self.col_info) else col_max
        super()._write_col_info(col_min, last, col_info)


class _TabWriter:
    def __init__(self, sheet: Any, tab: Tab, choices: Mapping[str, Choices], styles: Mapping[str, Any]) -> None:
        self._sheet, self._tab, self._choices, self._styles = sheet, tab, choices, styles
        self._row = 0

    def write(self, filled: Mapping[str, Sequence[CellRow]] | None) -> None:
        """The whole tab, block below block."""
        _set_up(self._sheet, self._tab.name)
        self._widths()
        self._sheet.write_string(0, 0, self._tab.about, self._styles["about"])
        self._sheet.merge_range(0, 0, 0, 7, self._tab.about, self._styles["about"])
        self._sheet.set_row(0, height(self._tab.about, sum(self._width(index) for index in range(8))))
        self._row = 1
        for block in self._tab.blocks:
            self._title(block)
            rows = filled[block.title] if filled is not None else None
            if isinstance(block, Form):
                self._form(block, rows[0] if rows else None)
            else:
                self._table(block, rows or (), last=block is self._tab.blocks[-1])

    def _widths(self) -> None:
        count = max(8, *(len(_names(block)) for block in self._tab.blocks))
        for index in range(count):
            self._sheet.set_column(index, index, self._width(index), self._styles[f"free {self._free(index)}"])
        widest = self._sheet.dim_colmax
        self._sheet.set_column(count, count, None, self._styles["free text"])
        self._sheet.dim_colmax = widest  # there is nothing in it

    def _free(self, index: int) -> str:
        """How the cells below the last row of a column are formatted."""
        last = self._tab.blocks[-1]
        name = _names(last)[index] if index < len(_names(last)) else ""
        return next((style_of(each) for each in last.columns if each.name == name), "text")

    def _width(self, index: int) -> float:
        """The width that the widest of the blocks' columns asks for."""
        asked: list[float] = []
        for block in self._tab.blocks:
            if isinstance(block, Form):
                asked += _FORM_WIDTHS[index : index + 1]
            else:
                widths = [*((block.where.width,) if block.where else ()), *(each.width for each in block.columns)]
                asked += widths[index : index + 1]
        return max(asked, default=16)

    def _title(self, block: Block) -> None:
        self._sheet.write_string(self._row, 0, block.title, self._styles["block"])
        self._sheet.set_row(self._row, 24)
        self._row += 1

    def _note(self, text: str) -> None:
        """What a block is about, over several columns."""
        self._sheet.merge_range(self._row, 0, self._row, 7, text, self._styles["about"])
        self._sheet.set_row(self._row, height(text, sum(self._width(index) for index in range(8))))
        self._row += 1

    def _form(self, form: Form, filled: CellRow | None) -> None:
        last = len(_FORM_WIDTHS) + _GUIDANCE_COLUMNS - 1
        explained = sum(self._width(index) for index in range(len(_FORM_WIDTHS), last + 1))
        self._sheet.write_string(self._row, 0, FORM_HEADING[0], self._styles["heading"])
        self._sheet.write_string(self._row, 1, FORM_HEADING[1], self._styles["heading"])
        self._sheet.merge_range(self._row, 2, self._row, last, FORM_HEADING[2], self._styles["heading"])
        self._sheet.freeze_panes(self._row + 1, 1)
        self._sheet.repeat_rows(self._row)
        for column in form.columns:
            self._row += 1
            if column.section:
                for index in range(last + 1):
                    self._sheet.write_blank(self._row, index, None, self._styles["section"])
                self._sheet.write_string(self._row, 0, column.section, self._styles["section"])
                self._row += 1
            about = f"{column.about} Needed." if column.required else column.about
            self._sheet.write_string(self._row, 0, column.name, self._styles["asked"])
            self._sheet.merge_range(self._row, 2, self._row, last, about, self._styles["hint"])
            cell = filled.get(column.name) if filled is not None else column.starts or None
            self._fill(self._row, 1, column, cell)
            self._sheet.data_validation(self._row, 1, self._row, 1, validation(column, self._choices))
            shown = height(str(cell), _FORM_WIDTHS[1]) if cell is not None else 0
            self._sheet.set_row(self._row, min(400, max(height(about, explained, 12.5), shown, 18)))
        self._row += 2

    def _table(self, table: Table, rows: Sequence[CellRow], *, last: bool) -> None:
        self._note(table.about)
        columns: list[Column | None] = [*([None] if table.where else []), *table.columns]
        hints = [*((table.where.about,) if table.where else ()), *(_hint(each) for each in table.columns)]
        for index, hint in enumerate(hints):
            self._sheet.write_string(self._row, index, hint, self._styles["hint"])
        self._sheet.set_row(self._row, max(height(text, self._width(at), 12) for at, text in enumerate(hints)))
        self._row += 1
        for index, name in enumerate(table.names):
            self._sheet.write_string(self._row, index, name, self._styles["heading"])
        self._sheet.set_row(self._row, max(height(name, self._width(at)) for at, name in enumerate(table.names)) + 4)
        if len(self._tab.blocks) == 1:
            self._sheet.freeze_panes(self._row + 1, 2)
            self._sheet.repeat_rows(self._row)
        first = self._row + 1
        end = first + len(rows) + table.spare
        for number in range(first, end):
            filled = rows[number - first] if number - first < len(rows) else {}
            for index, (name, column) in enumerate(zip(table.names, columns, strict=True)):
                self._fill(number, index, column, filled.get(name))
        for index, column in enumerate(columns):
            rule = validation(column, self._choices) if column else _of_where(table)
            self._sheet.data_validation(first, index, end - 1 + (_FURTHER if last else 0), index, rule)
        self._row = end + 1

    def _fill(self, row: int, index: int, column: Column | None, cell: Cell | None) -> None:
        style = self._styles[style_of(column)]
        if cell is None:
            self._sheet.write_blank(row, index, None, style)
        elif isinstance(cell, date):
            self._sheet.write_datetime(row, index, datetime.combine(cell, datetime.min.time()), style)
        elif isinstance(cell, Decimal):
            self._sheet.write_number(row, index, float(cell), style)
        else:
            self._sheet.write_string(row, index, cell, style)


def _names(block: Block) -> tuple[str, ...]:
    return block.names if isinstance(block, Table) else FORM_HEADING


def _hint(column: Column) -> str:
    return f"{column.about} Needed." if column.required else column.about


def _of_where(table: Table) -> dict[str, Any]:
    assert table.where is not None
    return {
        "validate": "list",
        "source": list(table.where.lists),
        "error_message": "Choose from the list.",
        "input_title": table.where.name,
        "input_message": table.where.about,
    }
