"""The figures of other councils beside a council's own: those most like it, and all of its nation."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

import msgspec

from candour.care import councils
from candour.care.outcome_series import Series
from candour.warehouse.engine import Engine

_VALUES = """
WITH asked AS (
    SELECT UNNEST($measures) AS measure, UNNEST($starts) AS period_start, UNNEST($ends) AS period_end,
        UNNEST($dimensions) AS broken_down
)
SELECT council_outcomes.measure, council_outcomes.period_start, asked.broken_down, council, gss, name, value
FROM council_outcomes JOIN asked
    ON asked.measure = council_outcomes.measure AND asked.period_start = council_outcomes.period_start
    AND asked.period_end = council_outcomes.period_end
    AND asked.broken_down = COALESCE(ARRAY_TO_STRING(dimensions, '; '), '')
WHERE level = 'council' AND statistic = 'outcome' AND value IS NOT NULL
    AND SUBSTR(COALESCE(gss, code), 1, 1) = $nation
QUALIFY ROW_NUMBER() OVER (
    PARTITION BY council_outcomes.measure, asked.broken_down, COALESCE(council, gss, code)
    ORDER BY first_seen DESC, receipt DESC
) = 1
ORDER BY ALL
"""


class NeighbourValue(msgspec.Struct, frozen=True):
    """The figure of a council that is like this one, by its organisation id."""

    council: str
    name: str
    value: Decimal


class Beside(msgspec.Struct, frozen=True, kw_only=True):
    """What other councils of the nation have for a measure and breakdown in the period of the council's last figure.

    `lowest`, `middle` and `highest` are of all `councils` with a figure, itself among them.
    """

    measure: str
    dimensions: str
    period_start: date
    councils: int
    lowest: Decimal
    middle: Decimal
    highest: Decimal
    neighbours: tuple[NeighbourValue, ...]


def beside(tables: Engine, outcomes: Sequence[Series], nation: str, neighbours: Iterable[str]) -> tuple[Beside, ...]:
    """One for each series with a figure; `nation` is the first letter of its GSS codes."""
    last = [
        (one, points[-1].period)
        for one in outcomes
        if (points := [p for p in one.points if p.outcome.value is not None])
    ]
    if not last:
        return ()
    given = {
        "measures": [one.measure for one, _ in last],
        "starts": [period.start for _, period in last],
        "ends": [period.end for _, period in last],
        "dimensions": [broken_down(one) for one, _ in last],
        "nation": nation,
    }
    alike, found = set(neighbours), dict[tuple[str, str], list[tuple[str | None, str, Decimal, date]]]()
    for row in tables.query(_VALUES, given):
        found.setdefault((row.measure, row.broken_down), []).append(
            (row.council, row.name, row.value, row.period_start)
        )
    return tuple(_beside(measure, dimensions, rows, alike) for (measure, dimensions), rows in found.items())


def broken_down(one: Series) -> str:
    """By what a series is broken down, in one text; empty for everybody."""
    return "; ".join(f"{name}={value}" for name, value in one.dimensions)


def _beside(
    measure: str, dimensions: str, rows: list[tuple[str | None, str, Decimal, date]], alike: set[str]
) -> Beside:
    values = sorted(value for _, _, value, _ in rows)
    half = len(values) // 2
    return Beside(
        measure=measure,
        dimensions=dimensions,
        period_start=rows[0][3],
        councils=len(values),
        lowest=values[0],
        middle=values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2,
        highest=values[-1],
        neighbours=tuple(
            NeighbourValue(council, known.name if (known := councils.by_organisation_id(council)) else name, value)
            for council, name, value, _ in rows
            if council in alike and council is not None
        ),
    )
