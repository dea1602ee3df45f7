"""What people asked for and what was learned, as tables: by role, never by name."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from candour.indicators.definition import metrics
from candour.operations.answers.words import code
from candour.operations.day import uk_day
from candour.site.components.link import Link
from candour.site.components.table.table import Column, Table
from candour.site.pages.reading import address_of

Row = Mapping[str, Any]


def contributions_table(rows: Iterable[Row], address: str, shown: int) -> Table:
    """What people asked for, and what became of it; its id is `asked-for`."""
    return Table(
        id="asked-for",
        caption=_("What people asked for, and what came of it"),
        columns=(
            Column("asked", _("They asked")),
            Column("role", _("Who")),
            Column("outcome", _("What came of it")),
            Column("reason", _("Why")),
            Column("metrics", _("Now measured as")),
            Column("contract", _("Contract")),
            Column("buyer", _("Bought by")),
            Column("ocid", _("Process"), in_file_only=True),
        ),
        rows=tuple(map(_contribution, rows)),
        address=address,
        shown=shown,
    )


def _contribution(row: Row) -> tuple[object, ...]:
    return (
        row["asked"],
        code(row["role"]) if row["role"] else None,
        became(row["outcome"]),
        row["reason"],
        _metrics(row["related_metrics"]),
        _contract(row),
        row["buyer_name"],
        row["ocid"],
    )


def became(outcome: str | None) -> str:
    """What came of a contribution, in words."""
    words = {
        "adopted": _("done"),
        "partlyAdopted": _("done in part"),
        "notAdopted": _("not done"),
        "undecided": _("not decided yet"),
    }
    return words.get(outcome or "", _("nobody said"))


def lessons_table(rows: Iterable[Row], address: str, shown: int) -> Table:
    """What somebody says was learned; its id is `lessons`."""
    return Table(
        id="lessons",
        caption=_("What was learned, the newest first"),
        columns=(
            Column("title", _("Lesson")),
            Column("description", _("In their words")),
            Column("role", _("Who says so")),
            Column("date", _("When")),
            Column("metrics", _("About")),
            Column("contract", _("Contract")),
            Column("buyer", _("Bought by")),
            Column("ocid", _("Process"), in_file_only=True),
        ),
        rows=tuple(
            (
                row["title"],
                row["description"],
                code(row["role"]) if row["role"] else None,
                uk_day(row["date"]),
                _metrics(row["related_metrics"]),
                _contract(row),
                row["buyer_name"],
                row["ocid"],
            )
            for row in rows
        ),
        address=address,
        shown=shown,
    )


def _contract(row: Row) -> Link:
    return Link(row["process_title"] or row["ocid"], address_of("contract", row["ocid"]))


def _metrics(ids: Iterable[str] | None) -> str | None:
    known = metrics()
    return ", ".join(known[id].title if id in known else id for id in ids or ()) or None
