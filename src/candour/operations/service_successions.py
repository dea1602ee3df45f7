"""Which service took over from which, when a contract ended or a provider left: each succession once."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from candour.operations.told_of import told_of
from candour.warehouse.engine import Engine

# Both sides of a succession may tell it. Of two tellings the one by the service that took over is kept.
_SUCCESSIONS = """
WITH said AS (
    SELECT *, relation = 'predecessor' AS other_first, ARRAY_TO_STRING(supplier_names, ', ') AS supplier
    FROM service_successions
    WHERE {condition}
)
SELECT
    CASE WHEN other_first THEN other_ocid ELSE ocid END AS before_ocid,
    CASE WHEN other_first THEN other_supplier_name ELSE supplier END AS before_supplier,
    CASE WHEN other_first THEN ocid ELSE other_ocid END AS after_ocid,
    CASE WHEN other_first THEN supplier ELSE other_supplier_name END AS after_supplier,
    buyer_name AS buyer,
    date,
    reason,
    people_transferred,
    metrics_carried,
    ocid AS said_by
FROM said
WHERE {text}
QUALIFY ROW_NUMBER() OVER (
    PARTITION BY before_ocid, after_ocid, CAST(date AS DATE) ORDER BY other_first DESC, ocid, contract_number
) = 1
ORDER BY date DESC NULLS LAST, before_ocid, after_ocid
LIMIT $most
"""
_TEXT = "buyer_name, other_supplier_name, supplier, reason, process_title"


class ServiceSuccession(msgspec.Struct, frozen=True, kw_only=True):
    """One service before another. `said_by` is the process that tells it; whatever it does not say is None."""

    before_ocid: str | None
    before_supplier: str | None
    after_ocid: str | None
    after_supplier: str | None
    buyer: str | None
    date: datetime | None
    reason: str | None
    people_transferred: int | None
    metrics_carried: list[str] | None
    said_by: str


def successions_of(tables: Engine, ocids: Sequence[str], keys: Sequence[str], most: int) -> list[ServiceSuccession]:
    """Those that processes tell, or in which a supplier with one of the keys gave the other service; newest first."""
    sql = _SUCCESSIONS.format(
        condition="ocid IN (SELECT UNNEST($ocids)) OR other_supplier_key IN (SELECT UNNEST($keys))", text="TRUE"
    )
    return _read(tables, sql, ocids=list(ocids), keys=list(keys), most=most)


def all_successions(
    tables: Engine, words: Sequence[str], codes: Sequence[str] | None, most: int
) -> list[ServiceSuccession]:
    """The newest of all, or of those with every word in the names, the reason or the title, of one kind of care."""
    told = told_of(_TEXT, words, codes)
    return _read(tables, _SUCCESSIONS.format(condition="TRUE", text=told.condition), **told.given, most=most)


def _read(tables: Engine, sql: str, **parameters: object) -> list[ServiceSuccession]:
    return [ServiceSuccession(**row._asdict()) for row in tables.query(sql, parameters)]
