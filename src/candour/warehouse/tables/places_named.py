"""Columns for the council that a file names in its own spelling."""

from datetime import date

from candour.care import councils
from candour.warehouse.tables.definition import Column, derived
from candour.warehouse.tables.kinds import TEXT
from candour.warehouse.tables.statement import said


def council_columns() -> tuple[Column, Column]:
    """The council as the file spells it, and its GSS code where that spelling means one council."""
    return (
        said("council_name", TEXT, "council", "council, as the file spells it"),
        Column(
            "council_code",
            TEXT,
            "its GSS code on the day of the file; null where none is meant",
            derived(lambda statement: _code(statement.thing.council, statement.seen)),
        ),
    )


def _code(name: str, seen: date) -> str | None:
    council = councils.find(name, seen) if name else None
    return council.gss if council else None
