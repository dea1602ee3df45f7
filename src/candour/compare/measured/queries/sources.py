"""Who published what figures are from."""

from collections.abc import Iterable, Sequence

from candour.compare.measured.asked import Asked, Window
from candour.compare.measured.queries.condition import KEYS, Query, among, condition

_SOURCES = """
WITH process AS (
    SELECT DISTINCT {key} AS unit_key, process_number FROM compared_observations WHERE {condition} AND {shown}
)
SELECT
    process.unit_key,
    released_in.publisher,
    released_in.receipt,
    receipts.sha256,
    CAST(SUM(released_in.releases) AS BIGINT) AS releases
FROM process
JOIN released_in ON released_in.process_number = process.process_number
LEFT JOIN receipts ON receipts.receipt = released_in.receipt
GROUP BY process.unit_key, released_in.publisher, released_in.receipt, receipts.sha256
HAVING SUM(released_in.reports) > 0
ORDER BY process.unit_key, released_in.publisher, released_in.receipt
"""


def sources_query(asked: Asked, breakdowns: Sequence[str], window: Window, keys: Iterable[str]) -> Query:
    """Who published what these units' figures are from, and in which receipts: one row each."""
    key, _, own = KEYS[asked.kind]
    which, parameters = condition(asked, breakdowns, window)
    shown, wanted = among(key, keys)
    sql = _SOURCES.format(key=key, condition=f"{which} AND {own}", shown=shown)
    return sql, {**parameters, **wanted}
