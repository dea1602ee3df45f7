"""What the tables and the archive have of one process."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import orjson

from candour.operations.contract.source import Release, Releases, Source
from candour.operations.link import link_rows
from candour.operations.published import no_process, published_of
from candour.warehouse.engine import Engine

Row = dict[str, Any]
TABLES = (
    "awards",
    "contracts",
    "criteria",
    "deliveries",
    "failures",
    "items",
    "promises",
    "releases",
    "suppliers",
    "tenders",
)
"""The tables with rows of a process that a contract is described by."""


@dataclass(frozen=True, slots=True)
class Received:
    """One process: its row of the table of processes, its compiled release, its other rows, and its releases."""

    ocid: str
    process: Row
    compiled: Row
    rows: dict[str, list[Row]]
    links: list[Row]
    releases: Releases


def received(tables: Engine, ocid: str) -> Received:
    """All that was received of a process.

    Raises:
        CandourError: there is no such process.
    """
    found = rows_of(tables, "processes", ocid)
    if not found:
        raise no_process(ocid)
    rows = {table: rows_of(tables, table, ocid) for table in TABLES}
    return Received(
        ocid=ocid,
        process=found[0],
        compiled=orjson.loads(rows_of(tables, "compiled_releases", ocid)[0]["release"]),
        rows=rows,
        links=link_rows(tables, ocid),
        releases=_releases(tables, ocid, rows["releases"]),
    )


def rows_of(tables: Engine, table: str, ocid: str) -> list[Row]:
    """The rows of a process in a table."""
    found = tables.of_process(ocid).query(f"SELECT * FROM {table} WHERE ocid = $ocid", {"ocid": ocid})
    return [{name: _shortest(value) for name, value in row._asdict().items()} for row in found]


def _shortest(value: Any) -> Any:
    """A decimal without the noughts that its column adds behind it."""
    if not isinstance(value, Decimal):
        return value
    return value.quantize(Decimal(1)) if value == value.to_integral() else value.normalize()


def _releases(tables: Engine, ocid: str, listed: list[Row]) -> Releases:
    """The releases that were merged, in that order."""
    named = {(row["receipt"], row["position"]): row for row in listed}
    return Releases(
        [
            Release(_source(named[one.receipt, one.position]), orjson.loads(one.data))
            for one in published_of(tables, ocid)
            if one.state == "merged"
        ]
    )


def _source(row: Row) -> Source:
    return Source(
        publisher=row["publisher"],
        release_id=None if row["id_made"] else row["release_id"],
        date=row["date_text"],
        receipt=row["receipt"],
    )
