"""The data dictionary: every table, and what each of its columns means."""

from dataclasses import dataclass

import msgspec
from django.utils.translation import gettext as _

from candour.site.components.table.table import Column, Table
from candour.site.pages.asked import Asked
from candour.site.pages.kind import PageKind
from candour.site.pages.page import Page
from candour.site.pages.reading import Reading
from candour.warehouse.tables import TABLES


class ColumnMeaning(msgspec.Struct, frozen=True):
    """A column: its type in SQL and in words, its meaning, and the field of the compiled release that it is."""

    name: str
    type: str
    kind: str
    meaning: str
    field: str


class TableMeaning(msgspec.Struct, frozen=True):
    """A table, and what one of its rows is."""

    name: str
    row: str
    columns: tuple[ColumnMeaning, ...]


class Dictionary(msgspec.Struct, frozen=True):
    """Every table of a version of the data."""

    data_version: str
    tables: tuple[TableMeaning, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """What the template shows."""

    tables: tuple[tuple[TableMeaning, Table], ...]


def make(reading: Reading[Asked]) -> Page:
    """The page."""
    with reading.home.tables() as tables:
        data_version = tables.data_version
    meanings = tuple(
        TableMeaning(
            table.name,
            table.row,
            tuple(
                ColumnMeaning(one.name, one.kind.sql, one.kind.meaning, one.meaning, one.source.path)
                for one in table.columns
            ),
        )
        for table in TABLES.values()
    )
    return Page(
        title=_("Data dictionary"),
        lead=_("Every table of the data, and what each of its columns means."),
        data_version=data_version,
        answer=Dictionary(data_version, meanings),
        body=Body(tuple((one, _of(one)) for one in meanings)),
        tables=(_whole(meanings, reading),),
        caveats=(_("An empty cell means that nothing was published. It never means zero."),),
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column("column", _("Column")),
        Column("type", _("Type")),
        Column("meaning", _("Meaning")),
        Column("field", _("Field of the compiled release")),
    )


def _of(table: TableMeaning) -> Table:
    rows = tuple((one.name, one.type, one.meaning, one.field) for one in table.columns)
    return Table(id=table.name, caption=table.name, columns=_columns(), rows=rows, caption_hidden=True)


def _whole(meanings: tuple[TableMeaning, ...], reading: Reading[Asked]) -> Table:
    return Table(
        id="columns",
        caption=_("Every column of every table"),
        columns=(Column("table", _("Table")), *_columns()),
        rows=tuple((of.name, one.name, one.type, one.meaning, one.field) for of in meanings for one in of.columns),
        address=reading.table("columns"),
    )


DICTIONARY = PageKind(
    id="dictionary",
    about="The data dictionary: every table, and what each of its columns means.",
    key="",
    answer=Dictionary,
    make=make,
)
