"""One standard: what it asks, who raises it, who states it, and who is reported to keep it."""

import datetime
from collections.abc import Iterator
from decimal import Decimal

import msgspec

from candour.errors import NotFoundError
from candour.minimum_standards.overlay import InForce
from candour.minimum_standards.standard import ByCouncilOutcome, ByMetric, Standard, standards
from candour.operations.home import Home
from candour.operations.standards.additions import kept_additions
from candour.operations.standards.reported import MOST, Reports, reports_by
from candour.operations.standards.variation import MeasureVariation, variation_by
from candour.warehouse.engine import Engine

_STATES_IT = "standard_id = $standard OR raises = $standard"
_STATED = f"""
SELECT applied_standards.ocid, processes.title, buyer_name AS buyer, applied_standards.stage, level, floor, unit,
    justification
FROM applied_standards JOIN processes ON processes.ocid = applied_standards.ocid
WHERE {_STATES_IT}
ORDER BY applied_standards.ocid, applied_standards.stage LIMIT {MOST}
"""
_HOW_MANY = f"SELECT COUNT(DISTINCT ocid) AS processes FROM applied_standards WHERE {_STATES_IT}"


class Stated(msgspec.Struct, frozen=True, kw_only=True):
    """A tender or contract that states the standard, or raises it; `floor` is what it asks itself."""

    ocid: str
    title: str | None
    buyer: str | None
    stage: str
    level: str | None
    floor: Decimal | None
    unit: str | None
    justification: str | None


class RaisedIn(msgspec.Struct, frozen=True, kw_only=True):
    """A place that asks for more than its nation."""

    place: str
    standard: InForce


class StandardKept(msgspec.Struct, frozen=True, kw_only=True):
    """A standard and all that is known of who keeps it.

    `councils` has the figures of councils, one for each nation, where such figures measure it; `reports` are those of
    contracts, where a metric does. `stating` counts the processes that state it, `stated` names up to `MOST` places.
    """

    data_version: str
    standard: Standard
    raised: tuple[RaisedIn, ...]
    councils: tuple[MeasureVariation, ...]
    reports: Reports | None
    stating: int
    stated: tuple[Stated, ...]


def standard_kept(home: Home, wanted: str, today: datetime.date) -> StandardKept:
    """The standard with this id.

    Raises:
        NotFoundError: there is none.
        CandourError: nothing has been built yet.
    """
    standard = standards().get(wanted)
    if standard is None:
        raise NotFoundError(f"no minimum standard is called {wanted!r}")
    measured = standard.measured
    with home.tables() as tables:
        stated = tables.query(_STATED, {"standard": wanted})
        return StandardKept(
            data_version=tables.data_version,
            standard=standard,
            raised=tuple(_raised(wanted, today)),
            councils=tuple(_councils(tables, standard, measured)) if isinstance(measured, ByCouncilOutcome) else (),
            reports=reports_by(tables, measured.metric, standard.asks) if isinstance(measured, ByMetric) else None,
            stating=tables.query(_HOW_MANY, {"standard": wanted}).rows[0].processes,
            stated=tuple(Stated(**row._asdict()) for row in stated),
        )


def _raised(wanted: str, today: datetime.date) -> Iterator[RaisedIn]:
    for place in kept_additions(today):
        for one in place.raised:
            if one.id == wanted:
                yield RaisedIn(place=place.name, standard=one)


def _councils(tables: Engine, standard: Standard, measured: ByCouncilOutcome) -> Iterator[MeasureVariation]:
    for nation in standard.nations:
        yield variation_by(tables, measured.measure, standard, nation)
