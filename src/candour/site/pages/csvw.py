"""What a table's file means, as CSV on the Web describes it: columns, types, licences, sources, data version."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.conf import settings

from candour.site.components.table.table import Table
from candour.site.pages.formats import encode
from candour.site.pages.page import Page
from candour.site.pages.reading import Reading

_TYPES: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (int, "integer"),
    ((int, Decimal), "decimal"),
    ((int, float, Decimal), "number"),
    (date, "date"),
)
"""The first type of a column that all its values have."""
_ALONE: dict[type, str] = {bool: "boolean", datetime: "dateTime"}
"""To Python the first is a whole number and the second a day; in a file they are not."""


def as_metadata(table: Table, page: Page, asked: Reading[Any]) -> bytes:
    """The description that stands beside the file of a table, under the file's name and `-metadata.json`."""
    cells = list(zip(*table.plain_rows(), strict=True)) or [()] * len(table.columns)
    return encode(
        {
            "@context": ["http://www.w3.org/ns/csvw", {"language": "en"}],
            "url": table.address.rpartition("/")[2],
            "dc:title": str(table.caption),
            "dc:description": str(page.lead),
            "dc:publisher": "Candour",
            "dc:isPartOf": f"{settings.CANDOUR_ADDRESS}{asked.address}",
            "dc:license": sorted({one.licence for one in page.sources}),
            "dc:source": [f"{one.publisher}: {one.name}, SHA-256 {one.sha256}" for one in page.sources],
            "dc:date": asked.day,
            "schema:version": page.data_version,
            "notes": [str(caveat) for caveat in page.caveats],
            "dialect": {"encoding": "utf-8", "header": True, "delimiter": ",", "lineTerminators": ["\r\n"]},
            "tableSchema": {
                "columns": [
                    {
                        "name": column.id,
                        "titles": column.id,
                        "dc:title": str(column.title),
                        "dc:description": str(column.meaning or column.title),
                        "datatype": _type(values),
                        "null": "",
                    }
                    for column, values in zip(table.columns, cells, strict=True)
                ]
            },
        }
    )


def _type(cells: Iterable[object]) -> str:
    known = [cell for cell in cells if cell is not None]
    if not known:
        return "string"
    kinds = {type(cell) for cell in known}
    if kinds & _ALONE.keys():
        return _ALONE[kinds.pop()] if len(kinds) == 1 else "string"
    return next((name for of, name in _TYPES if all(isinstance(cell, of) for cell in known)), "string")
