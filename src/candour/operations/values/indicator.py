"""Every value of an indicator that notices give."""

from typing import Any

from candour.compare.comparison import THINGS
from candour.indicators.definition import Indicator
from candour.operations.home import Home
from candour.operations.values.value import FILED, Reporter, Spread, Value, Values
from candour.statistics.proportion import wilson

_VALUES = """
SELECT processes.ocid, found.award_number, processes.title, processes.buyer_name, processes.buyer_key,
    processes.council_name, processes.council_code, processes.award_date, found.value, found.currency,
    processes.publishers
FROM workings AS found
JOIN processes ON processes.process_number = found.process_number
WHERE found.indicator = $indicator AND found.value IS NOT NULL
ORDER BY processes.award_date DESC NULLS LAST, processes.ocid, found.award_number, found.value
LIMIT $most
"""
_BY_YEAR = """
SELECT EXTRACT(year FROM processes.award_date) AS year, found.currency, COUNT(*) AS things,
    COUNT(found.value) AS known, SUM(found.value) AS total, QUANTILE_CONT(found.value, [0.25, 0.5, 0.75]) AS quartiles
FROM workings AS found
JOIN processes ON processes.process_number = found.process_number
WHERE found.indicator = $indicator
GROUP BY 1, 2
ORDER BY 1 NULLS LAST, 2 NULLS LAST
"""
_REPORTERS = """
SELECT publisher, COUNT(*) AS things, COUNT(value) AS known
FROM (
    SELECT UNNEST(processes.publishers) AS publisher, found.value
    FROM workings AS found
    JOIN processes ON processes.process_number = found.process_number
    WHERE found.indicator = $indicator
) AS of_publishers
GROUP BY publisher
ORDER BY known DESC, things DESC, publisher
"""


def values_of_indicator(home: Home, indicator: Indicator) -> Values:
    """The newest values, how all of them spread, and whose notices tell them. Raises where nothing was built."""
    asked = {"indicator": indicator.id}
    with home.tables() as tables:
        found = tables.query(_VALUES, {**asked, "most": FILED}).rows
        years = tables.query(_BY_YEAR, asked).rows
        reporters = tables.query(_REPORTERS, asked).rows
        version = tables.data_version
    known = sum(row.known for row in years)
    return Values(
        data_version=version,
        of_what=THINGS[indicator.grain],
        known=known,
        things=sum(row.things for row in years),
        in_all=known,
        values=tuple(_value(row) for row in found),
        by_year=tuple(_spread(indicator, row) for row in years if row.known),
        reporters=tuple(Reporter(name=row.publisher or "", known=row.known, things=row.things) for row in reporters),
    )


def _value(row: Any) -> Value:
    return Value(
        state="value",
        day=row.award_date.date() if row.award_date else None,
        ocid=row.ocid,
        number=row.award_number,
        title=row.title or "",
        who=row.buyer_name or "",
        who_key=row.buyer_key or "",
        council=row.council_name or "",
        council_key=row.council_code or "",
        value=row.value,
        currency=row.currency,
        publishers=tuple(row.publishers or ()),
    )


def _spread(indicator: Indicator, row: Any) -> Spread:
    low, middle, high = row.quartiles
    if indicator.summary == "share":
        low, high = wilson(round(row.total), row.known)
        middle = row.total / row.known
    if indicator.summary == "count":
        low, middle, high = None, row.known, None
    year = None if row.year is None else int(row.year)
    return Spread(
        year=year, known=row.known, things=row.things, middle=middle, low=low, high=high, currency=row.currency
    )
