"""How much the councils of a nation differ, and where each stands by a floor."""

import datetime
from collections.abc import Mapping

import msgspec

from candour.minimum_standards.classification import PlaceStanding, Variation, standings, variation
from candour.minimum_standards.standard import ByCouncilOutcome, Floor, Nation, Standard, national
from candour.operations.home import Home
from candour.operations.standards.latest_values import latest_values
from candour.sources.council_measures import council_measures
from candour.warehouse.engine import Engine


class MeasureVariation(msgspec.Struct, frozen=True, kw_only=True):
    """How much the councils of a nation differ by a measure, and where each stands.

    `standard` is the standard that the measure is held against and `asks` its floor; None where there is none, and
    then nobody is below it. `names` are those that figures were published under, by place.
    """

    measure: str
    standard: str | None
    title: str
    asks: Floor | None
    period_end: datetime.date | None
    variation: Variation
    standings: tuple[PlaceStanding, ...]
    names: Mapping[str, str]


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
            variation_by(tables, name, by_measure.get(name), nation) for name in dict.fromkeys((*by_measure, *others))
        ]
        return tuple(one for one in made if one.standard or one.period_end)


def variation_by(tables: Engine, measure: str, standard: Standard | None, nation: Nation) -> MeasureVariation:
    """How much they differ by one measure, which may be that of a standard."""
    latest = latest_values(tables, measure, nation)
    values = latest.values
    if standard:
        values = tuple(msgspec.structs.replace(one, floor=standard.asks) for one in values)
    return MeasureVariation(
        measure=measure,
        standard=standard.id if standard else None,
        title=standard.title if standard else council_measures()[measure].title,
        asks=standard.asks if standard else None,
        period_end=latest.period_end,
        variation=variation(values),
        standings=standings(values),
        names=latest.names,
    )
