"""The council that somebody means, as standards are held against it."""

import datetime

import msgspec

from candour.care.councils import Council
from candour.errors import NotFoundError
from candour.minimum_standards.standard import Nation
from candour.operations.council_meant import council_meant
from candour.warehouse.engine import Engine

OF_A_NATION: dict[Nation, str] = {"england": "E", "wales": "W", "scotland": "S", "northern ireland": "N"}
"""How the GSS codes of a nation begin."""
_UNLISTED = """
SELECT gss, name FROM council_outcomes
WHERE council IS NULL AND level = 'council' AND gss IS NOT NULL AND (LOWER(name) = $wanted OR LOWER(gss) = $wanted)
ORDER BY first_seen DESC LIMIT 1
"""


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A council. `key` is what its figures are kept by: its organisation id, or a code that no table of councils has.

    `council` is None for one that is in no table of councils, such as a fictional one.
    """

    key: str
    name: str
    nation: Nation
    council: Council | None


def place_meant(tables: Engine, wanted: str, today: datetime.date) -> Place:
    """The council with this name, GSS code, organisation id or postcode, or under which figures were published.

    Raises:
        NotFoundError: there is none, or nothing says in which nation it is.
    """
    found = council_meant(wanted, today)
    if found.council:
        nation: Nation = msgspec.convert(found.council.nation.casefold(), type=Nation)
        return Place(key=found.council.organisation_id, name=found.council.name, nation=nation, council=found.council)
    for row in tables.query(_UNLISTED, {"wanted": wanted.strip().casefold()}):
        for one, letter in OF_A_NATION.items():
            if row.gss.startswith(letter):
                return Place(key=row.gss, name=row.name, nation=one, council=None)
    raise NotFoundError(f"{wanted}: {found.reason}")
