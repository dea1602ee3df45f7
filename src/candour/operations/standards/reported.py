"""Who is reported to keep a standard that a metric measures: contracts, and by buyer and supplier."""

import datetime
from decimal import Decimal
from typing import Any

import msgspec

from candour.minimum_standards.standard import Floor
from candour.operations.day import uk_day
from candour.warehouse.engine import Engine

MOST = 1_000
"""So many contracts, buyers and suppliers are named; the counts are of all."""

_OF = """
WITH newest AS (
    SELECT *, CASE WHEN $least THEN measure >= $floor ELSE measure <= $floor END AS keeps
    FROM {table}
    WHERE metric_id = $metric AND is_last_value
)
"""
_NEWEST = _OF.format(table="last_reports")
_COUNTS = f"{_NEWEST} SELECT COUNT(*) AS contracts, COUNT(*) FILTER (WHERE keeps) AS keep FROM newest"
_CONTRACTS = f"""{_NEWEST}
SELECT ocid, contract_id, process_title AS title, buyer_name AS buyer, measure AS value, period_end, keeps
FROM newest
ORDER BY period_end DESC, ocid, contract_number LIMIT {MOST}
"""
_BUYERS = f"""{_NEWEST}
SELECT buyer_name AS name, COUNT(*) AS contracts, COUNT(*) FILTER (WHERE keeps) AS keep
FROM newest WHERE buyer_name IS NOT NULL
GROUP BY buyer_name ORDER BY contracts DESC, name LIMIT {MOST}
"""
_SUPPLIERS = f"""{_OF.format(table="reports_by_supplier")}
SELECT MIN(supplier_name) AS name, COUNT(*) AS contracts, COUNT(*) FILTER (WHERE keeps) AS keep
FROM newest WHERE supplier_name IS NOT NULL
GROUP BY COALESCE(supplier_key, supplier_name) ORDER BY contracts DESC, name LIMIT {MOST}
"""


class Reported(msgspec.Struct, frozen=True, kw_only=True):
    """What a contract last reported of the metric; `value` is in the unit in which it was reported."""

    ocid: str
    contract_id: str | None
    title: str | None
    buyer: str | None
    value: Decimal
    period_end: datetime.date | None
    keeps: bool


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """Of so many contracts of a buyer or a supplier that report, so many keep it."""

    name: str
    contracts: int
    keep: int


class Reports(msgspec.Struct, frozen=True, kw_only=True):
    """Of all `contracts` that report the metric, `keep` keep the standard; up to `MOST` of each kind are named."""

    metric: str
    contracts: int
    keep: int
    reported: tuple[Reported, ...]
    buyers: tuple[Tally, ...]
    suppliers: tuple[Tally, ...]


def reports_by(tables: Engine, metric: str, asks: Floor) -> Reports:
    """By the newest report of each contract."""
    given = {"metric": metric, "least": asks.direction == "at least", "floor": asks.value}

    def rows(sql: str) -> list[dict[str, Any]]:
        return [row._asdict() for row in tables.query(sql, given)]

    return Reports(
        metric=metric,
        **rows(_COUNTS)[0],
        reported=tuple(Reported(**row | {"period_end": uk_day(row["period_end"])}) for row in rows(_CONTRACTS)),
        buyers=tuple(Tally(**row) for row in rows(_BUYERS)),
        suppliers=tuple(Tally(**row) for row in rows(_SUPPLIERS)),
    )
