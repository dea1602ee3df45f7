"""When figures are of: the quarters in which most was reported, and how time is cut up."""

from typing import Literal

from candour.compare.measured.asked import Asked
from candour.compare.measured.queries.condition import Query, condition

_QUARTERS = """
SELECT DATE_TRUNC('quarter', period_end) AS quarter, COUNT(*) AS figures
FROM compared_observations
WHERE {condition} AND state = 'value' AND period_end IS NOT NULL
GROUP BY 1
ORDER BY 1
"""

Step = Literal["none", "month", "quarter", "year", "period"]
STEPS: dict[Step, str] = {
    "none": "CAST(NULL AS DATE)",
    "month": "CAST(DATE_TRUNC('month', {day}) AS DATE)",
    "quarter": "CAST(DATE_TRUNC('quarter', {day}) AS DATE)",
    "year": "CAST(DATE_TRUNC('year', {day}) AS DATE)",
    "period": "{day}",
}
"""How time is cut up: not at all, by the calendar, or as each contract reports."""


def quarters_query(asked: Asked) -> Query:
    """How many figures end in each quarter of the calendar, the earliest first: `quarter, figures`."""
    chosen, parameters = condition(asked, (asked.breakdown,), None)
    return _QUARTERS.format(condition=chosen), parameters
