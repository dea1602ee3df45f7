"""Everything that is known of one council: what it is, its outcomes, who gives care there, and what it buys."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec

from candour.care.councils import Council
from candour.care.outcome_series import Series
from candour.care.places.lineage import Lineage, lineage
from candour.care.ratings.share import Share, share_at_or_above_good
from candour.compare.neighbours import CouncilNeighbours, council_neighbours, methods, quantities
from candour.errors import NotFoundError
from candour.operations.council_meant import council_meant
from candour.operations.home import Home
from candour.operations.outcomes_of_council import outcomes_named, outcomes_of
from candour.operations.rated_locations import rated_locations
from candour.warehouse.engine import Engine

_LOCATIONS = "SELECT * FROM locations WHERE {condition} ORDER BY name, location"
_PROCESSES = """
SELECT COUNT(*) AS processes, COUNT(award_date) AS awarded,
    MIN(first_date) AS first_date, MAX(last_date) AS last_date,
    COUNT(*) FILTER (WHERE performance_published) AS performance_published
FROM processes
WHERE social_care = 'yes' AND {condition}
"""


class CouncilPage(msgspec.Struct, frozen=True, kw_only=True):
    """A council on a day; `council` and `lineage` are None for one that is in no table of councils.

    `outcomes` has a series for each measure and breakdown with a figure of this council. `shares` are of
    the locations that the regulator lists under this council and that give social care to adults, or may.
    `neighbours` are the councils that are most like it, by each method.
    """

    data_version: str
    day: date
    name: str
    council: Council | None
    lineage: Lineage | None
    outcomes: tuple[Series, ...]
    locations: int
    shares: tuple[Share, ...]
    bought: dict[str, Any]
    neighbours: tuple[CouncilNeighbours, ...] = ()


def council(home: Home, wanted: str, day: date) -> CouncilPage:
    """The council with this name, GSS code, organisation id or postcode, also one that has ended.

    Raises:
        CandourError: there is none, or several are meant, or nothing has been built yet.
    """
    found = council_meant(wanted, day)
    with home.tables() as tables:
        if found.council is None:
            return _unlisted(tables, wanted, found.reason, day)
        known = found.council
        codes = {"codes": [known.gss, *known.other_gss]}
        return CouncilPage(
            data_version=tables.data_version,
            day=day,
            name=known.name,
            council=known,
            lineage=lineage(known, day),
            outcomes=outcomes_of(tables, known),
            neighbours=tuple(neighbours_by_every_method(tables, known, day)),
            **_care_there(tables, "council_code IN (SELECT UNNEST($codes))", codes, day),
        )


def _unlisted(tables: Engine, name: str, reason: str, day: date) -> CouncilPage:
    """A buyer or area of that very name that no table of councils has, such as a fictional one."""
    page = CouncilPage(
        data_version=tables.data_version,
        day=day,
        name=name,
        council=None,
        lineage=None,
        outcomes=outcomes_named(tables, name),
        **_care_there(
            tables,
            "LOWER({name}) = $name",
            {"name": name.casefold()},
            day,
        ),
    )
    if not page.outcomes and not page.locations and not page.bought["processes"]:
        raise NotFoundError(
            f"{name!r} is no council that is known here ({reason}); give its full name or its GSS code"
        )
    return page


def _care_there(tables: Engine, condition: str, parameters: dict[str, Any], day: date) -> dict[str, Any]:
    there = condition.format(name="council_name")
    rows = tables.query(
        _LOCATIONS.format(condition=f"adult_social_care IS DISTINCT FROM FALSE AND {there}"), parameters
    ).rows
    rated = rated_locations(tables, [row._asdict() for row in rows])
    bought = tables.query(_PROCESSES.format(condition=condition.format(name="buyer_name")), parameters).rows[0]
    return {
        "locations": len(rows),
        "shares": share_at_or_above_good([one.history for one in rated], day),
        "bought": bought._asdict(),
    }


def neighbours_by_every_method(tables: Engine, council: Council, day: date) -> Iterator[CouncilNeighbours]:
    """The councils that are most like one, by each method that is defined."""
    known = quantities(tables)
    for method in methods().values():
        yield council_neighbours(council, method, known, day)
