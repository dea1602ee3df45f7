"""In which receipts the releases of each process came, and who published them."""

from functools import cache

from candour.warehouse.derived import Derived, DerivedColumn

_COLUMNS = (
    DerivedColumn("process_number", "BIGINT", "the process, as in `processes`"),
    DerivedColumn("publisher", "VARCHAR", "who published the releases, as in `releases`"),
    DerivedColumn("receipt", "VARCHAR", "the receipt that they came in, as in `receipts`"),
    DerivedColumn("releases", "BIGINT", "how many releases of the process were merged from it"),
    DerivedColumn("reports", "BIGINT", "how many of these report how a contract was performed"),
)
_QUERY = """\
SELECT
    processes.process_number,
    releases.publisher,
    releases.receipt,
    COUNT(*) AS releases,
    COUNT(CASE WHEN LIST_CONTAINS(releases.tags, 'implementation')
        OR LIST_CONTAINS(releases.tags, 'implementationUpdate') THEN 1 END) AS reports
FROM releases
JOIN processes ON processes.ocid = releases.ocid
WHERE releases.state = 'merged'
GROUP BY processes.process_number, releases.publisher, releases.receipt"""


@cache
def released_in() -> Derived:
    """The table of processes and the receipts that they are merged from."""
    return Derived(
        "released_in",
        "one process in one receipt",
        _COLUMNS,
        _QUERY,
        sorted_by=("process_number", "publisher", "receipt"),
    )
