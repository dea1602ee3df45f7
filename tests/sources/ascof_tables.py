"""Makes workbooks and tidy tables of the framework's shape. Every figure in them is made up."""

import io
from collections.abc import Sequence

import xlsxwriter

from .tabular.writing import Rows, as_csv, ods_of, ods_table

Area = tuple[str, str, str]
ENGLAND: Area = ("England", "England", "E92000001")
SHIRES: Area = ("S", "Shire Counties", "[z]")
SOUTH_WEST: Area = ("SW", "South West", "E12000009")
OLD_DORSET: Area = ("809", "Dorset County", "E10000009")
DORSET: Area = ("809", "Dorset", "E06000059")
CUMBERLAND: Area = ("H6X4G", "Cumberland", "E06000063")
HEADING = ("Local authority code", "Local authority", "ONS area code")
TIDY = ("measure", "period", "statistic", "area_type", "la_code", "la_name", "gss_code", "value", "flag")
PROSE = (("Figures made up for a test",), ("Nothing in them is true.",))


def sheet(columns: Sequence[str], rows: Sequence[tuple[Area, Sequence[str]]], above: int = 3) -> Rows:
    """A table of the workbook with so many lines of prose above its heading."""
    prose = [(f"Line {number} of a fictional note",) for number in range(above)]
    return [*prose, (*HEADING, *columns), *((*area, *cells) for area, cells in rows)]


def ods(sheets: dict[str, Rows]) -> bytes:
    return ods_of(*(ods_table(name, rows) for name, rows in sheets.items()))


def xlsx(sheets: dict[str, Rows]) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        for name, rows in sheets.items():
            page = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    page.write(number, column, _number_or_text(cell))
    return file.getvalue()


def tidy(rows: Sequence[Sequence[str]]) -> bytes:
    return as_csv([TIDY, *rows])


def _number_or_text(cell: object) -> object:
    try:
        return float(str(cell))
    except ValueError:
        return cell
