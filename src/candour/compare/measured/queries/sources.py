"""Who published what figures are from."""

from collections.abc import Iterable, Sequence

from candour.compare.measured.asked import Asked, Window
from candour.compare.measured.queries.condition import KEYS, Query, among, condition

_SOURCES = """
WITH process AS (
    SELECT DISTINCT {key} AS unit_key, process_number FROM compared_observations WHERE {condition} AND {shown}
)
SELECT process.unit_key, releases.publisher, releases.receipt, receipts.sha256, COUNT(*) AS releases
FROM process
JOIN processes ON processes.process_number = process.process_number
JOIN releases ON releases.ocid = processes.ocid
LEFT JOIN receipts ON receipts.receipt = releases.receipt
WHERE releases.state = 'merged'
GROUP BY process.unit_key, releases.publisher, releases.receipt, receipts.sha256
HAVING MAX(CASE WHEN ARRAY_TO_STRING(releases.tags, ' ') LIKE '%implementation%' THEN 1 ELSE 0 END) = 1
ORDER BY process.unit_key, releases.publisher, releases.receipt
"""


def sources_query(asked: Asked, breakdowns: Sequence[str], window: Window, keys: Iterable[str]) -> Query:
    """Who published what these units' figures are from, and in which receipts: one row each."""
    key, _, own = KEYS[asked.kind]
    which, parameters = condition(asked, breakdowns, window)
    shown, wanted = among(key, keys)
    sql = _SOURCES.format(key=key, condition=f"{which} AND {own}", shown=shown)
    return sql, {**parameters, **wanted}
