"""How much quality and price differ between the contracts of one council."""

from datetime import datetime

import msgspec

from candour.operations.council_in_full.whose import Whose
from candour.warehouse.engine import Engine

# Of each contract the last report counts, and only figures of everybody in one unit and version of the metric.
_QUALITY = """
SELECT metric_id, metric_version, MIN(metric_title) AS title, unit_name AS unit, COUNT(*) AS contracts,
    CAST(MIN(measure) AS DOUBLE) AS lowest, CAST(MEDIAN(measure) AS DOUBLE) AS middle,
    CAST(MAX(measure) AS DOUBLE) AS highest, MIN(period_end) AS since, MAX(period_end) AS until
FROM last_reports
WHERE social_care = 'yes' AND is_last_value AND its_buyer IN (SELECT UNNEST($buyers))
GROUP BY metric_id, metric_version, unit_name ORDER BY contracts DESC, metric_id, unit
"""
# What is really paid counts before what was agreed, and that before what was offered; bids that lost do not count.
_PRICE = """
WITH own AS (SELECT ocid, award_date FROM processes WHERE social_care = 'yes' AND {condition}),
known AS (
    SELECT rates.*, own.award_date
    FROM rates JOIN own ON own.ocid = rates.ocid
    WHERE payer_pays_amount IS NOT NULL AND rates.stage <> 'bid'
    QUALIFY RANK() OVER (
        PARTITION BY rates.ocid, service_type, unit
        ORDER BY LIST_POSITION(['implementation', 'contract', 'award', 'lot', 'tender'], rates.stage)
    ) = 1
)
SELECT service_type, unit, visit_minutes, payer_pays_currency AS currency,
    COUNT(DISTINCT ocid) AS processes, COUNT(*) AS rates,
    CAST(MIN(payer_pays_amount) AS DOUBLE) AS lowest, CAST(MEDIAN(payer_pays_amount) AS DOUBLE) AS middle,
    CAST(MAX(payer_pays_amount) AS DOUBLE) AS highest,
    CAST(MEDIAN(worker_receives_amount) FILTER (WHERE worker_receives_currency = payer_pays_currency) AS DOUBLE)
        AS worker_middle,
    MIN(COALESCE(period_start, award_date)) AS since, MAX(COALESCE(period_start, award_date)) AS until
FROM known GROUP BY service_type, unit, visit_minutes, currency
ORDER BY processes DESC, service_type, unit, visit_minutes, currency
"""


class QualitySpread(msgspec.Struct, frozen=True, kw_only=True):
    """The last report of a metric under each contract: the lowest, the middle and the highest, in its `unit`."""

    metric_id: str
    metric_version: int | None
    title: str | None
    unit: str | None
    contracts: int
    lowest: float
    middle: float
    highest: float
    since: datetime | None
    until: datetime | None


class PriceSpread(msgspec.Struct, frozen=True, kw_only=True):
    """What is paid for one unit of one kind of care in one currency, by the newest stage that each process states.

    `worker_middle` is the middle of what workers receive for it, None where no contract says so.
    """

    service_type: str | None
    unit: str | None
    visit_minutes: float | None
    currency: str | None
    processes: int
    rates: int
    lowest: float
    middle: float
    highest: float
    worker_middle: float | None
    since: datetime | None
    until: datetime | None


def quality_spread(tables: Engine, whose: Whose) -> tuple[QualitySpread, ...]:
    """One for each metric, those that most contracts report first."""
    rows = tables.query(_QUALITY, {"buyers": whose.buyers})
    return tuple(QualitySpread(**row._asdict()) for row in rows)


def price_spread(tables: Engine, whose: Whose) -> tuple[PriceSpread, ...]:
    """One for each unit of each kind of care, those that most processes state first."""
    rows = tables.query(_PRICE.format(condition=whose.processes), whose.given)
    return tuple(msgspec.convert(row._asdict(), PriceSpread, strict=False) for row in rows)
