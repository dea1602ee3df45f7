"""What each contract last reported of each metric, where one looks for it by buyer and by supplier."""

from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Any

import msgspec

from candour.warehouse.derived import FEW, Derived, DerivedColumn
from candour.warehouse.tables import deliveries
from candour.warehouse.tables.definition import Column
from candour.warehouse.tables.kinds import AMOUNT, TIME, WHOLE

_WHOSE = (
    DerivedColumn("ocid", "VARCHAR", "the process"),
    DerivedColumn("contract_number", "BIGINT", "the contract, as in `contracts`"),
    DerivedColumn("contract_id", "VARCHAR", "id of the contract"),
    DerivedColumn("metric_id", "VARCHAR", "id of the metric"),
    DerivedColumn("measure", AMOUNT.sql, "the measure; null where it is no number"),
    DerivedColumn("period_end", "TIMESTAMP", "end of the period"),
    DerivedColumn("is_last", "BOOLEAN", "whether it is the last report of this metric under this contract"),
    DerivedColumn("is_last_value", "BOOLEAN", "whether it is the last that has a measure"),
    DerivedColumn("process_title", "VARCHAR", "title of the process"),
    DerivedColumn("buyer_name", "VARCHAR", "name of the buyer"),
)
_BY_BUYER = (
    DerivedColumn(
        "its_buyer", "VARCHAR", "GSS code of the council that buys, else the buyer's name in small letters"
    ),
    *_WHOSE,
    DerivedColumn("metric_version", "BIGINT", "version of the metric"),
    DerivedColumn("metric_title", "VARCHAR", "title of the metric"),
    DerivedColumn("unit_name", "VARCHAR", "the unit"),
    DerivedColumn("social_care", "VARCHAR", "of the process, as in `processes`"),
)
_BY_SUPPLIER = (
    DerivedColumn("supplier_key", "VARCHAR", "key of a supplier of the contract; null where nothing identifies one"),
    DerivedColumn("supplier_name", "VARCHAR", "name of that supplier"),
    *_WHOSE,
    DerivedColumn("report", "VARCHAR", "the whole row of `deliveries`, as JSON: so it is read in one piece"),
)
_COLUMNS = deliveries.TABLE.columns
# Whatever is equal in all of these is the same report said twice.
_NEWEST_FIRST = ", ".join(
    f"{name} DESC NULLS LAST"
    for name in dict.fromkeys(("period_end", "observation_id", *(column.name for column in _COLUMNS)))
)
_LAST = f"""\
WITH ranked AS (
    SELECT
        *,
        ROW_NUMBER() OVER (PARTITION BY ocid, contract_number, metric_id ORDER BY {_NEWEST_FIRST}) = 1 AS is_last,
        measure IS NOT NULL AND ROW_NUMBER() OVER (
            PARTITION BY ocid, contract_number, metric_id, measure IS NULL ORDER BY {_NEWEST_FIRST}
        ) = 1 AS is_last_value
    FROM deliveries
    WHERE metric_id IS NOT NULL AND breakdown = ''
)"""
_OF_BUYERS = f"""\
{_LAST}
SELECT
    COALESCE(processes.council_code, LOWER(processes.buyer_name)) AS its_buyer,
    {{whose}},
    ranked.metric_version,
    ranked.metric_title,
    ranked.unit_name,
    processes.social_care
FROM ranked
JOIN processes ON processes.ocid = ranked.ocid
WHERE ranked.is_last OR ranked.is_last_value"""
_OF_SUPPLIERS = f"""\
{_LAST},
supplier AS (
    SELECT contracts.ocid, contracts.contract_number, supplier_key, MIN(supplier_name) AS supplier_name
    FROM contracts
    JOIN suppliers ON suppliers.ocid = contracts.ocid AND suppliers.award_number = contracts.award_number
    WHERE COALESCE(supplier_key, supplier_name) IS NOT NULL
    GROUP BY contracts.ocid, contracts.contract_number, supplier_key, COALESCE(supplier_key, supplier_name)
)
SELECT
    supplier.supplier_key,
    supplier.supplier_name,
    {{whose}},
    CAST(TO_JSON(STRUCT_PACK({{report}})) AS VARCHAR) AS report
FROM ranked
JOIN supplier ON supplier.ocid = ranked.ocid AND supplier.contract_number = ranked.contract_number
JOIN processes ON processes.ocid = ranked.ocid
WHERE ranked.is_last OR ranked.is_last_value"""
_KEY = ("ocid", "contract_number", "metric_id", "is_last")
_TYPES: dict[str, Any] = {AMOUNT.sql: Decimal, TIME.sql: datetime, WHOLE.sql: int}
_REPORT = msgspec.json.Decoder(
    msgspec.defstruct("Report", [(column.name, _TYPES.get(column.sql, str) | None) for column in _COLUMNS])
)


@cache
def last_reports() -> Derived:
    """The table of the last reports of everybody under a contract, sorted by buyer."""
    return Derived(
        "last_reports",
        "the last report, or the last with a measure, of one metric under one contract",
        _BY_BUYER,
        _OF_BUYERS.format(whose=_whose()),
        sorted_by=("its_buyer", *_KEY),
        rows_together=FEW,
    )


@cache
def reports_by_supplier() -> Derived:
    """The same, once for each supplier of the contract and sorted by supplier."""
    return Derived(
        "reports_by_supplier",
        "one row of `last_reports`, for one supplier of the contract",
        _BY_SUPPLIER,
        _OF_SUPPLIERS.format(whose=_whose(), report=", ".join(map(_exactly, _COLUMNS))),
        sorted_by=("supplier_key", "supplier_name", *_KEY),
        rows_together=FEW,
    )


def delivery(report: str) -> dict[str, Any]:
    """The row of `deliveries` that a row of `reports_by_supplier` holds."""
    return msgspec.structs.asdict(_REPORT.decode(report))


def _whose() -> str:
    named = {"process_title": "processes.title AS process_title", "buyer_name": "processes.buyer_name"}
    return ", ".join(named.get(column.name, f"ranked.{column.name}") for column in _WHOSE)


def _exactly(column: Column) -> str:
    """JSON has no exact decimals and no times: they are text in it."""
    value = f"ranked.{column.name}"
    return f"{column.name} := " + (f"CAST({value} AS VARCHAR)" if column.sql in (AMOUNT.sql, TIME.sql) else value)
