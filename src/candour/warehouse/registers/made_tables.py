"""How the tables of registers and outcomes are made from what single files say."""

from collections.abc import Sequence

import msgspec

from candour.care.council_outcome import CouncilOutcome
from candour.care.places.said import Outline, Place, PlaceFigure, PlaceName
from candour.care.ratings.rating import Rating
from candour.care.register import Location, RegisteredProvider, RegistrationSuccession
from candour.warehouse.tables import (
    accounts,
    council_outcomes,
    locations,
    outlines,
    place_figures,
    place_names,
    places,
    providers,
    ratings,
    registration_successions,
)
from candour.warehouse.tables.definition import Table
from candour.warehouse.tables.statement import FIRST_SEEN, LAST_SEEN, RECEIPT, SEEN

_ADDED = {column.name for column in (SEEN, FIRST_SEEN, LAST_SEEN, RECEIPT)}
_SEEN = "MIN(seen) AS first_seen, MAX(seen) AS last_seen, ARG_MAX(receipt, nth) AS receipt"


class MadeTable(msgspec.Struct, frozen=True):
    """A table, and the SQL that makes it from `staged`: what all files say, with `nth` in the order of their days."""

    table: Table
    sql: str


def _distinct(table: Table) -> MadeTable:
    """A row for each different thing said, however many files say it."""
    said = ", ".join(_said(table))
    return MadeTable(table, f"SELECT {said}, {_SEEN} FROM staged GROUP BY {said} ORDER BY {said}")


def _newest(table: Table, key: Sequence[str]) -> str:
    """SQL for a row for each key, with the newest value that any file gives of each other column."""
    keys = ", ".join(key)
    values = ", ".join(f"ARG_MAX({name}, nth) AS {name}" for name in _said(table) if name not in key)
    return f"SELECT {keys}, {values}, {_SEEN} FROM staged GROUP BY {keys} ORDER BY {keys}"


def _said(table: Table) -> list[str]:
    return [column.name for column in table.columns if column.name not in _ADDED]


def _in_force(key: Sequence[str], newest: str) -> str:
    """SQL that says beside each row of `newest` whether it is the last published of its key."""
    keys = ", ".join(key)
    last = "published DESC NULLS LAST, last_seen DESC, state, grade"
    return f"SELECT *, ROW_NUMBER() OVER (PARTITION BY {keys} ORDER BY {last}) = 1 AS in_force FROM ({newest})"


MADE: dict[str, tuple[MadeTable, ...]] = {
    providers.STAGED.name: (
        MadeTable(providers.TABLE, _newest(providers.STAGED, ("provider",))),
        _distinct(providers.HISTORY),
    ),
    locations.STAGED.name: (
        MadeTable(locations.TABLE, _newest(locations.STAGED, ("location",))),
        _distinct(locations.HISTORY),
    ),
    ratings.STAGED.name: (
        MadeTable(
            ratings.TABLE,
            _in_force(ratings.QUESTION, _newest(ratings.STAGED, (*ratings.QUESTION, "published", "state", "grade"))),
        ),
    ),
    registration_successions.STAGED.name: (_distinct(registration_successions.TABLE),),
    council_outcomes.STAGED.name: (_distinct(council_outcomes.TABLE),),
    places.STAGED.name: (_distinct(places.TABLE),),
    place_names.STAGED.name: (_distinct(place_names.TABLE),),
    place_figures.STAGED.name: (_distinct(place_figures.TABLE),),
    outlines.STAGED.name: (_distinct(outlines.TABLE),),
    accounts.TABLE.name: (MadeTable(accounts.TABLE, "SELECT * FROM staged ORDER BY nth"),),
}
"""The tables that are made from each staged table, by its name."""

STAGED: dict[type, Table] = {
    RegisteredProvider: providers.STAGED,
    Location: locations.STAGED,
    Rating: ratings.STAGED,
    RegistrationSuccession: registration_successions.STAGED,
    CouncilOutcome: council_outcomes.STAGED,
    Place: places.STAGED,
    PlaceName: place_names.STAGED,
    PlaceFigure: place_figures.STAGED,
    Outline: outlines.STAGED,
}
"""Where a thing that a source gives is staged, by its type."""
