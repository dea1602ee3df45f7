"""A page as a file: JSON for programs, CSV for spreadsheets."""

import csv
import io
from typing import Any

import msgspec

from candour.site.components.table.table import Table
from candour.site.pages.page import Page
from candour.site.pages.reading import Reading

_json = msgspec.json.Encoder(decimal_format="number", order="sorted")


def as_json(page: Page, asked: Reading[Any]) -> bytes:
    """The page's answer, with what it was asked and what it rests on; amounts keep every digit."""
    return _json.encode(
        {
            "title": page.title,
            "address": asked.address,
            "asked": asked.asked.query(),
            "data_version": page.data_version,
            "day": asked.day,
            "caveats": page.caveats,
            "definitions": {one.text: one.address for one in page.definitions},
            "sources": page.sources,
            "source_note": page.source_note,
            "answer": page.answer,
        }
    )


def as_csv(table: Table) -> bytes:
    """Every row of a table, under the ids of its columns; what is not reported is empty."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([column.id for column in table.columns])
    for row in table.plain_rows():
        writer.writerow([_safe(cell) for cell in row])
    return file.getvalue().encode("utf-8-sig")


def _safe(cell: object) -> object:
    """Text that a spreadsheet program would run as a formula stands behind an apostrophe."""
    if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")):
        return f"'{cell}"
    return "" if cell is None else cell
