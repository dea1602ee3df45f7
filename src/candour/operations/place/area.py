"""Which council's area is meant by a postcode, a name or a code."""

from datetime import date

import msgspec

from candour.care import councils
from candour.care.councils import Council
from candour.care.places import postcode
from candour.care.places.lineage import lineage
from candour.care.places.postcode import Postcode
from candour.errors import NotFoundError
from candour.sources.errors import SourceError
from candour.sources.postcodes import place
from candour.warehouse.engine import Engine

_NEAR = """
SELECT council_name AS name, council_code AS code, COUNT(*) AS locations FROM locations
WHERE council_name IS NOT NULL AND STARTS_WITH(postcode, $district)
GROUP BY ALL ORDER BY locations DESC, name
"""


class AreaNear(msgspec.Struct, frozen=True):
    """A council under which registers list care whose postcode begins like the one asked for."""

    key: str
    name: str
    locations: int


class Area(msgspec.Struct, frozen=True, kw_only=True):
    """The area that is meant.

    `name` and `key` are those of its council's page, empty where no one council is known: then `why` says why, and
    `near` has the councils that may be meant. `buys` are the councils whose contracts are for people there: the
    county of a district, and those that took over. `lowest` is the district of a postcode where there are two tiers.
    `succession` says in a sentence what became of a council that has ended.
    """

    postcode: str | None = None
    name: str = ""
    key: str = ""
    why: str = ""
    near: tuple[AreaNear, ...] = ()
    buys: tuple[Council, ...] = ()
    lowest: Council | None = None
    succession: str = ""


def area(tables: Engine, wanted: str, day: date) -> Area:
    """The area of this postcode, council's name, or GSS code. Raises NotFoundError where it is none of them."""
    code = postcode.parse(wanted)
    if code:
        return _of_postcode(tables, code, day)
    found = councils.look_up(wanted, day)
    if found.council:
        return _of_council(found.council, day)
    named = next((name for name in tables.words.areas if name.casefold() == wanted.strip().casefold()), None)
    if named is None:
        raise NotFoundError(f"{wanted!r} is no whole postcode and no council that is known here: {found.reason}")
    return Area(name=named, key=named)


def _of_council(council: Council, day: date) -> Area:
    if council.in_force(day):
        upper = councils.by_organisation_id(council.county) if council.county else None
        return Area(name=council.name, key=council.gss, buys=(council, upper) if upper else (council,))
    later = lineage(council, day)
    return Area(name=council.name, key=council.gss, buys=(council, *later.councils), succession=later.wording)


def _of_postcode(tables: Engine, code: Postcode, day: date) -> Area:
    try:
        placed = place([code])[code]
    except SourceError:
        return Area(
            postcode=str(code), why="the directory of postcodes is not installed here", near=_near(tables, code)
        )
    if placed.with_duty is None or placed.council is None:
        return Area(postcode=str(code), why=placed.why, near=_near(tables, code))
    its = _of_council(placed.with_duty, day)
    lowest = placed.council if placed.council != placed.with_duty else None
    return msgspec.structs.replace(its, postcode=str(code), lowest=lowest)


def _near(tables: Engine, code: Postcode) -> tuple[AreaNear, ...]:
    rows = tables.query(_NEAR, {"district": f"{code.outward} "})
    return tuple(AreaNear(row.code or row.name, row.name, row.locations) for row in rows)
