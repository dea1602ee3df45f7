"""Rows of a page's table, for programs."""

from collections.abc import Callable
from typing import Any

import msgspec

from candour.site.components.table.table import Table
from candour.site.pages.page import Page


class RowsColumn(msgspec.Struct, frozen=True):
    """A column: what it is called in the rows, in a heading, and what it means."""

    id: str
    title: str
    meaning: str


class RowsLinks(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where the next page of a list is; nothing on its last page."""

    next: str | None = None


class Rows(msgspec.Struct, frozen=True, kw_only=True):
    """A page of the rows of a table. What is null is not reported; it is never nought."""

    table: str
    title: str
    data_version: str
    total: int
    columns: tuple[RowsColumn, ...]
    rows: tuple[dict[str, Any], ...]
    caveats: tuple[str, ...]
    links: RowsLinks


def rows_of(table: Table, page: Page, begin: int, end: int, following: Callable[[], str]) -> Rows:
    """The rows of its file from one place to another; `following` gives where the others are."""
    names = [column.id for column in table.columns]
    plain = list(table.plain_rows())
    return Rows(
        table=table.id,
        title=str(table.caption),
        data_version=page.data_version,
        total=len(plain),
        columns=tuple(RowsColumn(one.id, str(one.title), str(one.meaning)) for one in table.columns),
        rows=tuple(dict(zip(names, row, strict=True)) for row in plain[begin:end]),
        caveats=page.caveats,
        links=RowsLinks(following() if end < len(plain) else None),
    )
