"""A page as a file: JSON for programs, CSV for spreadsheets."""

import csv
import io
import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import msgspec

from candour.site.components.table.table import Table
from candour.site.components.take_away.take_away import SourceFile
from candour.site.pages.page import Page
from candour.site.pages.reading import Reading

_FORMULA = re.compile(r"[\s]*[=+\-@\t\r\n＝＋－＠]")
"""How text begins that a spreadsheet program may run."""
_NUMBER = re.compile(r"[+-]?\d[\d,]*(\.\d+)?%?|-")
"""Text that such a program reads as a number, or as nothing: it runs none of it."""


class PageData(msgspec.Struct, frozen=True, kw_only=True):
    """What a page says, for programs: `answer` is what was found, everything else is what it rests on.

    `asked` holds what differs from the defaults. `definitions`, `tables` and `charts` lead to the pages that say what
    the words mean, to the tables as CSV, and to the pictures.
    """

    title: str
    address: str
    asked: dict[str, Any]
    data_version: str
    day: date
    caveats: tuple[str, ...]
    definitions: dict[str, str]
    sources: tuple[SourceFile, ...]
    source_note: str
    tables: dict[str, str]
    charts: dict[str, str]
    answer: Any


def plain(value: object) -> object:
    """What a component is in a file of data."""
    return getattr(value, "plain", None) or str(value)


encode = msgspec.json.Encoder(decimal_format="number", order="sorted", enc_hook=plain).encode
"""JSON in one way only: members in order, amounts digit for digit."""


def as_json(page: Page, asked: Reading[Any]) -> bytes:
    """The page's answer, with what it was asked and what it rests on."""
    return encode(
        PageData(
            title=str(page.title),
            address=asked.address,
            asked=asked.asked.query(),
            data_version=page.data_version,
            day=asked.day,
            caveats=page.caveats,
            definitions={one.text: one.address for one in page.definitions},
            sources=page.sources,
            source_note=page.source_note,
            tables={table.id: table.address for table in page.all_tables() if table.address},
            charts={chart.id: chart.wide for chart in page.charts},
            answer=page.answer,
        )
    )


def as_csv(table: Table) -> bytes:
    """Every row of a table, under the ids of its columns; what is not reported is empty.

    It begins with a byte-order mark, without which spreadsheet programs garble every letter beyond ASCII.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([column.id for column in table.columns])
    for row in table.plain_rows():
        writer.writerow([_cell(cell) for cell in row])
    return file.getvalue().encode("utf-8-sig", "replace")


def _cell(cell: object) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case Decimal():
            return f"{cell:f}"
        case int() | float():
            return str(cell)
        case date() | datetime():
            return cell.isoformat()
        case _:
            return _safe(str(cell))


def _safe(text: str) -> str:
    """Text that a spreadsheet program would run as a formula stands behind an apostrophe; a number never does."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text
