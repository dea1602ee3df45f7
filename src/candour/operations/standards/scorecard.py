"""Where a council stands by every standard that holds for it."""

import datetime
from pathlib import Path

import msgspec

from candour.minimum_standards.classification import PlaceStanding, standings
from candour.minimum_standards.overlay import InForce, overlay
from candour.minimum_standards.standard import ByCouncilOutcome, ByMetric, Nation, Standard, national
from candour.operations.home import Home
from candour.operations.standards.additions import additions_for
from candour.operations.standards.latest_values import latest_values
from candour.operations.standards.place import Place, place_meant
from candour.operations.standards.reports import MetricReports, reports_of
from candour.warehouse.engine import Engine


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a council's scorecard.

    `standing` is of a standard that a published figure of the council measures, with that figure's `period_end` and
    how many `places` it stands beside; `reports` of one that contracts report on. Neither is there for one that data
    cannot show, and `because` says so.
    """

    standard: InForce
    standing: PlaceStanding | None = None
    period_end: datetime.date | None = None
    places: int = 0
    reports: MetricReports | None = None
    because: str = ""


class Scorecard(msgspec.Struct, frozen=True, kw_only=True):
    """Where a council stands by every standard that holds for it."""

    data_version: str
    council: str
    nation: Nation
    lines: tuple[Line, ...]
    faults: tuple[str, ...]


def scorecard(home: Home, wanted: str, local: Path | None, today: datetime.date) -> Scorecard:
    """Where a council stands by every standard of its nation, and by its own where its file is given.

    One that is in no table of councils is held by the figures and the notices under its name.

    Raises:
        CandourError: there is no such council, the file is another's, or nothing has been built yet.
    """
    with home.tables() as tables:
        place = place_meant(tables, wanted, today)
        its = national(place.nation)
        council = place.council
        codes = (council.gss, council.organisation_id) if council else (place.key,)
        file = additions_for(codes, local) if local else None
        made = overlay(its, file.standards if file else None, today)
        return Scorecard(
            data_version=tables.data_version,
            council=place.name,
            nation=place.nation,
            lines=tuple(_lines(tables, place, its, made.standards)),
            faults=tuple(file.where(fault) for fault in made.faults) if file else (),
        )


def _lines(tables: Engine, place: Place, its: dict[str, Standard], holding: tuple[InForce, ...]) -> list[Line]:
    measured = {one.id: its[one.id].measured if one.id in its else None for one in holding}
    floors = {by.metric: one.asks for one in holding if isinstance(by := measured[one.id], ByMetric)}
    reports = reports_of(tables, place, floors)
    lines = []
    for one in holding:
        match measured[one.id]:
            case ByCouncilOutcome(measure):
                lines.append(_by_figure(tables, place, one, measure))
            case ByMetric(metric):
                lines.append(Line(standard=one, reports=reports[metric]))
            case None:
                because = "no published figure shows it; read tenders and contracts"
                lines.append(Line(standard=one, because=because))
    return lines


def _by_figure(tables: Engine, place: Place, standard: InForce, measure: str) -> Line:
    latest = latest_values(tables, measure, place.nation)
    values = [msgspec.structs.replace(one, floor=standard.asks) for one in latest.values]
    found = next((one for one in standings(values) if one.place == place.key), None)
    if found is None:
        return Line(standard=standard, because="no figure of this council was published")
    return Line(standard=standard, standing=found, period_end=latest.period_end, places=len(values))
