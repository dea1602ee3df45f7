"""What each supplier was awarded, where one looks for it by supplier."""

from functools import cache

from candour.warehouse.derived import FEW, Derived, DerivedColumn
from candour.warehouse.tables.kinds import AMOUNT

_COLUMNS = (
    DerivedColumn("supplier_key", "VARCHAR", "key of the supplier, as in `suppliers`"),
    DerivedColumn("award_date", "TIMESTAMP", "when the award was decided"),
    DerivedColumn("ocid", "VARCHAR", "the process"),
    DerivedColumn("award_number", "BIGINT", "the award, as in `awards`"),
    DerivedColumn("award_id", "VARCHAR", "id of the award"),
    DerivedColumn("supplier_name", "VARCHAR", "name of the supplier in this award"),
    DerivedColumn("title", "VARCHAR", "title of the process"),
    DerivedColumn("buyer_name", "VARCHAR", "name of the buyer"),
    DerivedColumn("amount", AMOUNT.sql, "value of the award, which all its suppliers share"),
    DerivedColumn("currency", "VARCHAR", "currency of the amount"),
)
_QUERY = """\
SELECT suppliers.supplier_key, suppliers.award_date, suppliers.ocid, suppliers.award_number, suppliers.award_id,
    suppliers.supplier_name, processes.title, processes.buyer_name, awards.amount, awards.currency
FROM suppliers
JOIN processes ON processes.ocid = suppliers.ocid
JOIN awards ON awards.ocid = suppliers.ocid AND awards.award_number = suppliers.award_number
WHERE suppliers.award_status = 'active' AND suppliers.supplier_key IS NOT NULL"""


@cache
def awards_by_supplier() -> Derived:
    """The table of active awards, sorted by supplier."""
    return Derived(
        "awards_by_supplier",
        "one active award of one supplier; one that several share stands in several rows, so never sum its value",
        _COLUMNS,
        _QUERY,
        sorted_by=tuple(column.name for column in _COLUMNS),
        rows_together=FEW,
    )
