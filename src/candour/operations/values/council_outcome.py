"""Every value of an outcome that is published about councils."""

from typing import Any

from candour.care.council_measure import Measure
from candour.operations.home import Home
from candour.operations.values.value import FILED, Spread, Value, Values

_WHICH = """FROM council_outcomes
WHERE measure = $measure AND level = 'council' AND statistic = 'outcome' AND COALESCE(LEN(dimensions), 0) = 0"""
_VALUES = f"""
SELECT COALESCE(gss, LOWER(TRIM(name))) AS council_key, name, period_start, period_end, state, value
{_WHICH}
ORDER BY period_end DESC, name, council_key
LIMIT $most
"""
_BY_YEAR = f"""
SELECT EXTRACT(year FROM period_start) AS year, COUNT(*) AS things, COUNT(value) AS known,
    QUANTILE_CONT(CAST(value AS DOUBLE), [0.25, 0.5, 0.75]) AS quartiles
{_WHICH}
GROUP BY 1
ORDER BY 1
"""
_NEWEST = f"""
SELECT COUNT(DISTINCT name) AS things, COUNT(DISTINCT CASE WHEN value IS NOT NULL THEN name END) AS known
{_WHICH} AND period_end = (SELECT MAX(period_end) {_WHICH} AND value IS NOT NULL)
"""


def values_of_council_outcome(home: Home, measure: Measure) -> Values:
    """The newest values, and how those of each year spread; `known` and `things` are of the newest period."""
    asked = {"measure": measure.id}
    with home.tables() as tables:
        found = tables.query(_VALUES, {**asked, "most": FILED}).rows
        years = tables.query(_BY_YEAR, asked).rows
        newest = tables.query(_NEWEST, asked).rows[0]
        version = tables.data_version
    return Values(
        data_version=version,
        of_what="council",
        known=newest.known,
        things=newest.things,
        in_all=sum(row.things for row in years),
        values=tuple(_value(row, measure) for row in found),
        by_year=tuple(_spread(row) for row in years if row.known),
    )


def _value(row: Any, measure: Measure) -> Value:
    return Value(
        state=row.state,
        day=row.period_end,
        begins=row.period_start,
        council=row.name or "",
        council_key=row.council_key or "",
        value=None if row.value is None else float(row.value),
        publishers=(measure.publisher,),
    )


def _spread(row: Any) -> Spread:
    low, middle, high = row.quartiles
    return Spread(year=int(row.year), known=row.known, things=row.things, middle=middle, low=low, high=high)
