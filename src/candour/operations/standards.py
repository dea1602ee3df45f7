"""Minimum standards: what holds where, what a place's file may not do, and where councils stand."""

import datetime
from collections.abc import Sequence
from pathlib import Path

import msgspec

from candour.care.councils import Council
from candour.definitions import FOLDER
from candour.errors import CandourError
from candour.minimum_standards.classification import PlaceStanding, PlaceValue, Variation, standings, variation
from candour.minimum_standards.local_file import LocalFile, read_local
from candour.minimum_standards.overlay import InForce, Overlay, overlay
from candour.minimum_standards.standard import ByCouncilOutcome, ByMetric, Floor, Nation, Standard, national
from candour.operations.council_meant import council_meant
from candour.operations.home import Home
from candour.operations.places_by_standard import MetricReports, latest_values, reports_of_metric
from candour.sources.council_measures import council_measures
from candour.warehouse.engine import Engine

LOCAL = FOLDER / "minimum_standards" / "local"
"""Where what places add is kept, a file a council."""


class LocalChecked(msgspec.Struct, frozen=True, kw_only=True):
    """A place's file: what it makes of the nation's standards, and every fault with its line."""

    file: str
    name: str
    nation: Nation
    raised: tuple[InForce, ...]
    added: tuple[InForce, ...]
    faults: tuple[str, ...]


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


class MeasureVariation(msgspec.Struct, frozen=True, kw_only=True):
    """How much the councils of a nation differ by a measure, and where each stands.

    `standard` is the standard that the measure is held against and `asks` its floor; None where there is none, and
    then nobody is below it.
    """

    measure: str
    standard: str | None
    title: str
    asks: Floor | None
    period_end: datetime.date | None
    variation: Variation
    standings: tuple[PlaceStanding, ...]


def check_local(path: Path, today: datetime.date) -> LocalChecked:
    """Hold a place's file against its nation's standards, on its own first day if that is still to come.

    Raises:
        CandourError: it cannot be read.
    """
    file = _read(path)
    local = file.standards
    made = overlay(national(local.nation), local, max(today, local.effective))
    return LocalChecked(
        file=file.name,
        name=local.name,
        nation=local.nation,
        raised=tuple(one for one in made.standards if one.local and one.national),
        added=tuple(one for one in made.standards if one.national is None),
        faults=tuple(file.where(fault) for fault in made.faults),
    )


def additions_of(wanted: str, today: datetime.date) -> Path:
    """The file of a council's additions: `wanted` itself where it is a file, else the one that is kept in `LOCAL`.

    Raises:
        CandourError: there is no such council, or it has added nothing that is known here.
    """
    if Path(wanted).is_file():
        return Path(wanted)
    council = _council(wanted, today)
    for path in sorted(LOCAL.glob("*.yaml")):
        if _read(path).standards.council in (council.gss, council.organisation_id):
            return path
    raise CandourError(
        f"{council.name} has raised or added nothing that is known here: the standards of {council.nation} hold. "
        f"Give a file, or put one into {LOCAL}"
    )


def additions_for(councils: Sequence[str | None], path: Path) -> LocalFile:
    """The file of additions at a path, of the council that has one of these codes.

    Raises:
        CandourError: it cannot be read, or it is another council's.
    """
    file = _read(path)
    if file.standards.council not in councils:
        expected = " or ".join(filter(None, councils)) or "no additions, because nothing says which council buys"
        raise CandourError(f"{file.name}: it is of {file.standards.council}; expected {expected}")
    return file


def scorecard(home: Home, wanted: str, local: Path | None, today: datetime.date) -> Scorecard:
    """Where a council stands by every standard of its nation, and by its own where its file is given.

    Raises:
        CandourError: there is no such council, the file is another's, or nothing has been built yet.
    """
    council = _council(wanted, today)
    nation = _nation(council)
    its = national(nation)
    file = additions_for((council.gss, council.organisation_id), local) if local else None
    made: Overlay = overlay(its, file.standards if file else None, today)
    with home.tables() as tables:
        lines = []
        for standard in made.standards:
            measured = its[standard.id].measured if standard.id in its else None
            match measured:
                case ByCouncilOutcome(measure):
                    latest = latest_values(tables, measure, nation)
                    values = [_place(one, standard.asks) for one in latest.values]
                    found = next((one for one in standings(values) if one.place == council.organisation_id), None)
                    line = Line(
                        standard=standard, standing=found, period_end=latest.period_end, places=len(latest.values)
                    )
                    if found is None:
                        line = Line(standard=standard, because="no figure of this council was published")
                case ByMetric(metric):
                    line = Line(standard=standard, reports=reports_of_metric(tables, metric, council, standard.asks))
                case None:
                    line = Line(standard=standard, because="no published figure shows it; read tenders and contracts")
            lines.append(line)
        return Scorecard(
            data_version=tables.data_version,
            council=council.name,
            nation=nation,
            lines=tuple(lines),
            faults=tuple(file.where(fault) for fault in made.faults) if file else (),
        )


def variations(home: Home, nation: Nation, *, every: bool = False) -> tuple[MeasureVariation, ...]:
    """How much councils differ by each standard of a nation that a published figure measures.

    With `every`, also by every other published measure that is a share.

    Raises:
        CandourError: nothing has been built yet.
    """
    with home.tables() as tables:
        by_measure = {
            standard.measured.measure: standard
            for standard in national(nation).values()
            if isinstance(standard.measured, ByCouncilOutcome)
        }
        others = [name for name, one in council_measures().items() if every and one.unit == "percent"]
        made = [
            _variation(tables, name, by_measure.get(name), nation) for name in dict.fromkeys((*by_measure, *others))
        ]
        return tuple(one for one in made if one.standard or one.period_end)


def _variation(tables: Engine, measure: str, standard: Standard | None, nation: Nation) -> MeasureVariation:
    latest = latest_values(tables, measure, nation)
    values = [_place(one, standard.asks) for one in latest.values] if standard else latest.values
    return MeasureVariation(
        measure=measure,
        standard=standard.id if standard else None,
        title=standard.title if standard else council_measures()[measure].title,
        asks=standard.asks if standard else None,
        period_end=latest.period_end,
        variation=variation(values),
        standings=standings(values),
    )


def _place(value: PlaceValue, floor: Floor) -> PlaceValue:
    return msgspec.structs.replace(value, floor=floor)


def _read(path: Path) -> LocalFile:
    try:
        return read_local(path.read_text(encoding="utf-8-sig"), path.name)
    except OSError as error:
        raise CandourError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError:
        raise CandourError(f"{path}: expected text in UTF-8") from None


def _council(wanted: str, today: datetime.date) -> Council:
    found = council_meant(wanted, today)
    if found.council is None:
        raise CandourError(f"{wanted}: {found.reason}")
    return found.council


def _nation(council: Council) -> Nation:
    nation: Nation = msgspec.convert(council.nation.casefold(), type=Nation)
    return nation
