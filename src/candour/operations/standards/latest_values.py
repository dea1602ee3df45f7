"""The newest figures of every council of a nation by a measure, with what they rest on."""

import datetime
from collections.abc import Mapping
from decimal import Decimal

import msgspec

from candour.minimum_standards.classification import PlaceValue
from candour.minimum_standards.standard import Floor, Nation
from candour.operations.standards.place import OF_A_NATION
from candour.sources.council_measures import council_measures
from candour.warehouse.engine import Engine

_NO_FLOOR = Floor(direction="at least", value=Decimal(0), unit="of anything")
_COUNTED = ("numerator", "denominator")
_RESPONDENTS = "number of respondents"

_LATEST = """
WITH its AS (
    SELECT *, COALESCE(council, gss) AS place
    FROM council_outcomes
    WHERE measure = $measure AND level = 'council' AND gss LIKE $nation AND LENGTH(dimensions) = 0
),
newest AS (SELECT MAX(period_end) AS period_end FROM its WHERE statistic = 'outcome' AND value IS NOT NULL)
SELECT place, name, statistic, value, its.period_end
FROM its JOIN newest ON newest.period_end = its.period_end
QUALIFY ROW_NUMBER() OVER (PARTITION BY place, statistic ORDER BY first_seen DESC, receipt DESC) = 1
ORDER BY place, statistic
"""


class Latest(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of every council of a nation for the newest period, and the names they were published under."""

    period_end: datetime.date | None
    values: tuple[PlaceValue, ...]
    names: Mapping[str, str]


def latest_values(tables: Engine, measure: str, nation: Nation) -> Latest:
    """The newest figures of a measure. A survey's share is counted out of those who answered."""
    statistics: dict[str, dict[str, Decimal | None]] = {}
    names: dict[str, str] = {}
    period_end = None
    for row in tables.query(_LATEST, {"measure": measure, "nation": f"{OF_A_NATION[nation]}%"}):
        statistics.setdefault(row.place, {})[row.statistic] = row.value
        names[row.place] = row.name or row.place
        period_end = row.period_end
    percent = council_measures()[measure].unit == "percent"
    values = tuple(_value(place, its, percent=percent) for place, its in statistics.items())
    return Latest(period_end=period_end, values=values, names=names)


def _value(place: str, its: dict[str, Decimal | None], *, percent: bool) -> PlaceValue:
    outcome = its.get("outcome")
    successes, trials = _counts(its, outcome) if percent else (None, None)
    return PlaceValue(place=place, value=outcome, floor=_NO_FLOOR, successes=successes, trials=trials)


def _counts(its: dict[str, Decimal | None], outcome: Decimal | None) -> tuple[int | None, int | None]:
    numerator, denominator = (its.get(name) for name in _COUNTED)
    if numerator is not None and denominator and numerator <= denominator:
        return round(numerator), round(denominator)
    answered = its.get(_RESPONDENTS)
    if outcome is not None and answered:
        return round(outcome * answered / 100), round(answered)
    return None, None
