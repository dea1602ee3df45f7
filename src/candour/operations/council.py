"""Everything that is known of one council: what it is, its outcomes, who gives care there, and what it buys."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec

from candour.care.council_outcome import CouncilOutcome
from candour.care.councils import Council
from candour.care.outcome_series import Series, series
from candour.care.period import Period
from candour.care.places.lineage import Lineage, lineage
from candour.care.ratings.share import Share, share_at_or_above_good
from candour.compare.neighbours import CouncilNeighbours, council_neighbours, methods, quantities
from candour.errors import CandourError
from candour.operations.council_meant import council_meant
from candour.operations.home import Home
from candour.operations.rated_locations import rated_locations
from candour.sources.council_measures import council_measures
from candour.warehouse.engine import Engine

_LOCATIONS = "SELECT * FROM locations WHERE {condition} ORDER BY name, location"
_OUTCOMES = """
SELECT source, measure, period_start, period_end, level, code, name, gss, council, statistic, dimensions, value,
    state, flag, currency, note
FROM council_outcomes
WHERE council = $council OR level <> 'council'
ORDER BY first_seen, receipt, measure, period_start, statistic
"""
_PROCESSES = """
SELECT COUNT(*) AS processes, COUNT(award_date) AS awarded,
    MIN(first_date) AS first_date, MAX(last_date) AS last_date,
    COUNT(*) FILTER (WHERE performance_published) AS performance_published
FROM processes
WHERE social_care = 'yes' AND {condition}
"""


class CouncilPage(msgspec.Struct, frozen=True, kw_only=True):
    """A council on a day; `council` and `lineage` are None for one that is in no table of councils.

    `outcomes` has a series for each measure with a figure of this council, for everybody together. `shares` are of
    the locations that the regulator lists under this council and that give social care to adults, or may.
    `neighbours` are the councils that are most like it, by each method.
    """

    data_version: str
    day: date
    name: str
    council: Council | None
    lineage: Lineage | None
    outcomes: list[Series]
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
            outcomes=list(_series(tables, known)),
            neighbours=tuple(_neighbours(tables, known, day)),
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
        outcomes=[],
        **_care_there(
            tables,
            "LOWER({name}) = $name",
            {"name": name.casefold()},
            day,
        ),
    )
    if not page.locations and not page.bought["processes"]:
        raise CandourError(
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


def _neighbours(tables: Engine, council: Council, day: date) -> Iterator[CouncilNeighbours]:
    known = quantities(tables)
    for method in methods().values():
        yield council_neighbours(council, method, known, day)


def _series(tables: Engine, council: Council) -> Iterator[Series]:
    """A series for each measure that has a figure of the council."""
    outcomes = list(_outcomes(tables, council))
    measures = council_measures()
    for measure in sorted({one.measure for one in outcomes if one.council == council.organisation_id}):
        yield series(outcomes, measures[measure], council)


def _outcomes(tables: Engine, council: Council) -> Iterable[CouncilOutcome]:
    for row in tables.query(_OUTCOMES, {"council": council.organisation_id}):
        yield CouncilOutcome(
            source=row.source,
            measure=row.measure,
            period=Period(row.period_start, row.period_end),
            level=row.level,
            code=row.code or "",
            name=row.name or "",
            gss=row.gss or "",
            council=row.council,
            statistic=row.statistic,
            dimensions=tuple(tuple(pair.split("=", 1)) for pair in row.dimensions or ()),
            value=None if row.value is None else _short(row.value),
            state=row.state,
            flag=row.flag or "",
            currency=row.currency,
            note=row.note or "",
        )


def _short(value: Decimal) -> Decimal:
    """Without the noughts that the column's fixed number of decimals adds."""
    short = value.normalize()
    return short.quantize(Decimal(1)) if short == short.to_integral() else short
