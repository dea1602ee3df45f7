"""Columns for the council that a file names in its own spelling."""

from candour.care import councils
from candour.warehouse.tables.definition import Column
from candour.warehouse.tables.kinds import TEXT
from candour.warehouse.tables.statement import said, worked_out


def council_columns() -> tuple[Column, Column]:
    """The council as the file spells it, and its GSS code where that spelling means one council."""
    return (
        said("council_name", TEXT, "council", "council, as the file spells it"),
        worked_out(
            "council_code", TEXT, lambda thing: _code(thing.council), "its GSS code; null where none is meant"
        ),
    )


def _code(name: str) -> str | None:
    council = councils.find(name) if name else None
    return council.gss if council else None
