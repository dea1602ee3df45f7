"""Writes tables in every format that is read, without the code under test. All names are fictional."""

import csv
import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from xml.sax.saxutils import escape, quoteattr

import xlsxwriter

Cell = str | int | float | date | bool
Rows = Sequence[Sequence[Cell]]

_OPEN = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
)
_END = "</table:table-cell>"
_CLOSE = "</office:spreadsheet></office:body></office:document-content>"


def as_csv(rows: Rows, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(
        [each.isoformat() if isinstance(each, date) else each for each in row] for row in rows
    )
    return text.getvalue().encode(encoding)


def ods_cell(value: Cell) -> str:
    if isinstance(value, bool):
        return f'<table:table-cell office:value-type="boolean" office:boolean-value="{str(value).lower()}"/>'
    if isinstance(value, date):
        return f'<table:table-cell office:value-type="date" office:date-value="{value.isoformat()}T00:00:00"/>'
    if isinstance(value, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{value!r}"><text:p>x</text:p>{_END}'
    if value == "":
        return "<table:table-cell/>"
    paragraphs = "".join(f"<text:p>{escape(line)}</text:p>" for line in value.split("\n"))
    return f'<table:table-cell office:value-type="string">{paragraphs}</table:table-cell>'


def ods_table(name: str, rows: Rows) -> str:
    lines = ("<table:table-row>" + "".join(map(ods_cell, row)) + "</table:table-row>" for row in rows)
    return f"<table:table table:name={quoteattr(name)}>{''.join(lines)}</table:table>"


def ods_of(*tables: str, head: str = _OPEN) -> bytes:
    """A workbook of tables written as XML."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", head + "".join(tables) + _CLOSE)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return file.getvalue()


def as_ods(rows: Rows, name: str = "Data") -> bytes:
    return ods_of(ods_table(name, rows))


def as_xlsx(rows: Rows, name: str = "Data", *, inline: bool = False) -> bytes:
    """`inline` puts each text into its cell, instead of the list that all cells share."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "constant_memory": inline})
    sheet, day = book.add_worksheet(name), book.add_format({"num_format": "dd/mm/yyyy"})
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(at, column, value, day)
            elif isinstance(value, bool):
                sheet.write_boolean(at, column, value)
            elif isinstance(value, str):
                sheet.write_string(at, column, value)
            else:
                sheet.write_number(at, column, value)
    book.close()
    return file.getvalue()


FORMATS: dict[str, Callable[[Rows], bytes]] = {"csv": as_csv, "ods": as_ods, "xlsx": as_xlsx}
