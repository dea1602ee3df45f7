"""What the tables say of a standard: the newest figures of councils, and what contracts of one council report."""

import datetime
from decimal import Decimal

import msgspec

from candour.care.councils import Council
from candour.minimum_standards.classification import PlaceValue
from candour.minimum_standards.standard import Floor, Nation
from candour.sources.council_measures import council_measures
from candour.warehouse.engine import Engine

_OF_A_NATION = {"england": "E", "wales": "W", "scotland": "S", "northern ireland": "N"}
_NO_FLOOR = Floor(direction="at least", value=Decimal(0), unit="of anything")
_COUNTED = ("numerator", "denominator")
_RESPONDENTS = "number of respondents"

_LATEST = """
WITH its AS (
    SELECT *
    FROM council_outcomes
    WHERE measure = $measure AND level = 'council' AND council IS NOT NULL AND gss LIKE $nation
        AND LENGTH(dimensions) = 0
),
newest AS (SELECT MAX(period_end) AS period_end FROM its WHERE statistic = 'outcome' AND value IS NOT NULL)
SELECT council, statistic, value, its.period_end
FROM its JOIN newest ON newest.period_end = its.period_end
QUALIFY ROW_NUMBER() OVER (PARTITION BY council, statistic ORDER BY first_seen DESC, receipt DESC) = 1
ORDER BY council, statistic
"""

_REPORTS = """
SELECT deliveries.ocid, contract_number, measure, period_end
FROM deliveries
JOIN processes ON processes.ocid = deliveries.ocid
WHERE metric_id = $metric AND measure IS NOT NULL AND processes.council_code = $council
QUALIFY ROW_NUMBER() OVER (PARTITION BY deliveries.ocid, contract_number ORDER BY period_end DESC) = 1
"""


class Latest(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of every council of a nation for the newest period, with what they rest on."""

    period_end: datetime.date | None
    values: tuple[PlaceValue, ...]


class MetricReports(msgspec.Struct, frozen=True, kw_only=True):
    """Of how many contracts the newest report of a metric keeps a standard, and of how many it does not."""

    metric: str
    keep: int
    below: int


def latest_values(tables: Engine, measure: str, nation: Nation) -> Latest:
    """The newest figures of a measure. A survey's share is counted out of those who answered."""
    statistics: dict[str, dict[str, Decimal | None]] = {}
    period_end = None
    for row in tables.query(_LATEST, {"measure": measure, "nation": f"{_OF_A_NATION[nation]}%"}):
        statistics.setdefault(row.council, {})[row.statistic] = row.value
        period_end = row.period_end
    percent = council_measures()[measure].unit == "percent"
    values = tuple(_value(council, its, percent=percent) for council, its in statistics.items())
    return Latest(period_end=period_end, values=values)


def reports_of_metric(tables: Engine, metric: str, council: Council, floor: Floor) -> MetricReports:
    """What the contracts of a council say of a metric, in the newest period of each."""
    rows = tables.query(_REPORTS, {"metric": metric, "council": council.gss})
    met = [floor.met_by(row.measure) for row in rows]
    return MetricReports(metric=metric, keep=sum(met), below=len(met) - sum(met))


def _value(council: str, its: dict[str, Decimal | None], *, percent: bool) -> PlaceValue:
    outcome = its.get("outcome")
    successes, trials = _counts(its, outcome) if percent else (None, None)
    return PlaceValue(place=council, value=outcome, floor=_NO_FLOOR, successes=successes, trials=trials)


def _counts(its: dict[str, Decimal | None], outcome: Decimal | None) -> tuple[int | None, int | None]:
    numerator, denominator = (its.get(name) for name in _COUNTED)
    if numerator is not None and denominator and numerator <= denominator:
        return round(numerator), round(denominator)
    answered = its.get(_RESPONDENTS)
    if outcome is not None and answered:
        return round(outcome * answered / 100), round(answered)
    return None, None
