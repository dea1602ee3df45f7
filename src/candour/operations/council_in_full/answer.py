"""Everything that is known of one council, on one page of its contracts."""

from datetime import date
from typing import Any

import msgspec

from candour.care.councils import Council
from candour.care.outcome_series import Series
from candour.care.places.lineage import Lineage, lineage
from candour.compare.neighbours import CouncilNeighbours
from candour.errors import NotFoundError
from candour.operations.council import neighbours_by_every_method
from candour.operations.council_in_full.beside import Beside, beside
from candour.operations.council_in_full.care import CareThere, ProviderThere, care_there, providers_there
from candour.operations.council_in_full.contracts import (
    Bought,
    BoughtProcess,
    bought,
    every_contract,
    page_of_contracts,
)
from candour.operations.council_in_full.spread import PriceSpread, QualitySpread, price_spread, quality_spread
from candour.operations.council_in_full.whose import Whose, whose
from candour.operations.council_meant import council_meant
from candour.operations.home import Home
from candour.operations.outcomes_of_council import outcomes_named, outcomes_of
from candour.operations.standards.scorecard import Scorecard, scorecard
from candour.warehouse.engine import Engine

_NAME = """
SELECT buyer_name AS name FROM processes WHERE LOWER(buyer_name) = $name
UNION ALL SELECT council_name AS name FROM locations WHERE LOWER(council_name) = $name
LIMIT 1
"""
_SOURCES = """
SELECT receipt, sha256, source, publisher, licence, name, received FROM receipts
WHERE receipt IN (
    SELECT receipt FROM council_outcomes
    WHERE council = $council OR (council IS NULL AND level = 'council' AND LOWER(name) = $named)
    UNION SELECT receipt FROM locations WHERE {condition}
)
ORDER BY received DESC, receipt
"""
_NATIONS = {"England": "E", "Wales": "W", "Scotland": "S", "Northern Ireland": "N"}


class CouncilInFull(msgspec.Struct, frozen=True, kw_only=True):
    """A council on a day; `council` and `lineage` are None for one that is in no table of councils.

    `care` and `providers` are of the locations that registers list under it. `bought` counts its social-care
    processes, `contracts` are those of page `page`. `outcomes` has a series for each measure and breakdown, `beside`
    what other councils have. `scorecard` is None where nothing says in which nation it is.
    """

    data_version: str
    day: date
    name: str
    council: Council | None
    lineage: Lineage | None
    care: tuple[CareThere, ...]
    providers: tuple[ProviderThere, ...]
    bought: Bought
    page: int
    contracts: tuple[BoughtProcess, ...]
    quality: tuple[QualitySpread, ...]
    prices: tuple[PriceSpread, ...]
    outcomes: tuple[Series, ...]
    beside: tuple[Beside, ...]
    neighbours: tuple[CouncilNeighbours, ...]
    scorecard: Scorecard | None
    sources: list[dict[str, Any]]


def council_in_full(home: Home, wanted: str, day: date, page: int = 1) -> CouncilInFull:
    """The council with this name, GSS code, organisation id or postcode, also one that has ended.

    Raises:
        NotFoundError: there is none, or several are meant.
        CandourError: nothing has been built yet.
    """
    found = council_meant(wanted, day)
    known = found.council
    its = whose(known, wanted)
    with home.tables() as tables:
        outcomes = outcomes_of(tables, known) if known else outcomes_named(tables, wanted)
        care = care_there(tables, its)
        buys = bought(tables, its)
        if known is None and not (outcomes or care or buys.processes):
            raise NotFoundError(f"no council that we know is called {wanted!r}: {found.reason}")
        neighbours = tuple(neighbours_by_every_method(tables, known, day)) if known else ()
        alike = {one.unit for method in neighbours for one in method.neighbours}
        contracts = page_of_contracts(tables, its, page)
        if page > 1 and not contracts:
            raise NotFoundError(f"there is no page {page} of what {wanted} buys; the first is 1")
        return CouncilInFull(
            data_version=tables.data_version,
            day=day,
            name=known.name if known else _as_written(tables, outcomes, wanted),
            council=known,
            lineage=lineage(known, day) if known else None,
            care=care,
            providers=providers_there(tables, its),
            bought=buys,
            page=page,
            contracts=contracts,
            quality=quality_spread(tables, its),
            prices=price_spread(tables, its),
            outcomes=outcomes,
            beside=beside(tables, outcomes, _nation(known, outcomes), alike),
            neighbours=neighbours,
            scorecard=_scorecard(home, wanted, day),
            sources=_sources(tables, its, known, wanted),
        )


def every_contract_of(home: Home, wanted: str, day: date) -> tuple[BoughtProcess, ...]:
    """The newest social-care processes of a council, as many as a file takes.

    Raises:
        CandourError: nothing has been built yet.
    """
    with home.tables() as tables:
        return every_contract(tables, whose(council_meant(wanted, day).council, wanted))


def _as_written(tables: Engine, outcomes: tuple[Series, ...], wanted: str) -> str:
    """The name of one that is in no table of councils, in the letters in which it was published."""
    published = [point.outcome.name for one in outcomes for point in one.points if point.outcome.name]
    rows = tables.query(_NAME, {"name": wanted.casefold()}).rows
    return published[0] if published else rows[0].name if rows else wanted


def _nation(council: Council | None, outcomes: tuple[Series, ...]) -> str:
    """The first letter of the nation's codes; empty where nothing says which it is."""
    if council:
        return _NATIONS[council.nation]
    codes = (point.outcome.gss or point.outcome.code for one in outcomes for point in one.points)
    return next((code[0] for code in codes if code[:1] in _NATIONS.values()), "")


def _scorecard(home: Home, wanted: str, day: date) -> Scorecard | None:
    try:
        return scorecard(home, wanted, None, day)
    except NotFoundError:
        return None


def _sources(tables: Engine, whose: Whose, council: Council | None, name: str) -> list[dict[str, Any]]:
    """The receipts of its outcomes and of the locations under it; those of its notices stand on their own pages."""
    given = {**whose.given, "council": council.organisation_id if council else "", "named": name.casefold()}
    return [row._asdict() for row in tables.query(_SOURCES.format(condition=whose.locations), given)]
