"""What is known of councils and can make them alike: how many people, how old, how much land."""

from collections.abc import Iterable, Mapping

import msgspec

from candour.warehouse.engine import Engine

_QUANTITIES = """
SELECT council, figure AS quantity, value, CAST(year AS VARCHAR) AS period, last_seen AS seen, layout AS source
FROM place_figures
WHERE figure IN ('population', 'area')
UNION ALL
SELECT
    council,
    CASE measure WHEN 'ascof-2b' THEN 'people of 18 to 64' ELSE 'people of 65 and over' END AS quantity,
    value,
    CAST(period_start AS VARCHAR) AS period,
    last_seen AS seen,
    source
FROM council_outcomes
WHERE measure IN ('ascof-2b', 'ascof-2c') AND statistic = 'denominator' AND value IS NOT NULL AND council IS NOT NULL
ORDER BY council, quantity, period NULLS FIRST, seen, source, value
"""


class Quantity(msgspec.Struct, frozen=True):
    """How many or how much, of which year or since which day (empty where it does not change), and who says so."""

    value: float
    period: str
    source: str


Quantities = Mapping[str, Mapping[str, Quantity]]
"""Quantities by their names, by the organisation id of the council."""


def quantities(tables: Engine) -> Quantities:
    """The newest of each quantity of each council that was loaded."""
    rows = tables.query(_QUANTITIES)
    return newest((row.council, row.quantity, float(row.value), row.period or "", row.source) for row in rows)


def newest(rows: Iterable[tuple[str, str, float, str, str]]) -> Quantities:
    """The last of each council and quantity among rows in the order of their periods."""
    found: dict[str, dict[str, Quantity]] = {}
    for council, quantity, value, period, source in rows:
        found.setdefault(council, {})[quantity] = Quantity(value, period, source)
    return found
