"""The tables of the warehouse: every one of them is defined here and nowhere else."""

from candour.warehouse.tables import (
    awards,
    bid_statistics,
    bids,
    buyers,
    compiled_releases,
    contracts,
    corrections,
    criteria,
    deliveries,
    documents,
    failures,
    items,
    links,
    lots,
    organisations,
    problems,
    processes,
    promises,
    receipts,
    releases,
    suppliers,
    tenders,
)
from candour.warehouse.tables.definition import Table

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        processes.TABLE,
        tenders.TABLE,
        lots.TABLE,
        items.TABLE,
        criteria.TABLE,
        bids.TABLE,
        bid_statistics.TABLE,
        awards.TABLE,
        suppliers.TABLE,
        contracts.TABLE,
        buyers.TABLE,
        organisations.TABLE,
        promises.TABLE,
        deliveries.TABLE,
        failures.TABLE,
        documents.TABLE,
        links.TABLE,
        releases.TABLE,
        problems.TABLE,
        receipts.TABLE,
        corrections.TABLE,
        compiled_releases.TABLE,
    )
}
"""Every table by its name, in the order in which people would meet them."""
