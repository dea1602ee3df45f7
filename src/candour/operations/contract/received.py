"""What the tables and the archive have of one process."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import orjson

from candour.archive import Archive
from candour.errors import NotFoundError
from candour.ocds.read import RawRelease, read
from candour.operations.contract.source import Release, Releases, Source
from candour.operations.home import Home
from candour.operations.link import link_rows
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


def received(home: Home, tables: Engine, ocid: str) -> Received:
    """All that was received of a process.

    Raises:
        CandourError: there is no such process.
    """
    found = rows_of(tables, "processes", ocid)
    if not found:
        raise NotFoundError(f"there is no process {ocid!r}; `candour search WORDS` finds processes by words")
    rows = {table: rows_of(tables, table, ocid) for table in TABLES}
    return Received(
        ocid=ocid,
        process=found[0],
        compiled=orjson.loads(rows_of(tables, "compiled_releases", ocid)[0]["release"]),
        rows=rows,
        links=link_rows(tables, ocid),
        releases=_releases(home, ocid, rows["releases"]),
    )


def rows_of(tables: Engine, table: str, ocid: str) -> list[Row]:
    """The rows of a process in a table."""
    found = tables.query(f"SELECT * FROM {table} WHERE ocid = $ocid", {"ocid": ocid})
    return [{name: _shortest(value) for name, value in row._asdict().items()} for row in found]


def _shortest(value: Any) -> Any:
    """A decimal without the noughts that its column adds behind it."""
    if not isinstance(value, Decimal):
        return value
    return value.quantize(Decimal(1)) if value == value.to_integral() else value.normalize()


def _releases(home: Home, ocid: str, listed: list[Row]) -> Releases:
    """The releases that were merged, in that order; a receipt is read no further than the last one of them in it."""
    archive = Archive.at(home.archive, create=False)
    wanted = {(row["receipt"], row["position"]): row for row in listed if row["state"] == "merged"}
    found: dict[tuple[str, str], Release] = {}
    for receipt in dict.fromkeys(receipt for receipt, _ in wanted):
        missing = {position for of, position in wanted if of == receipt}
        with archive.open_corrected(receipt) as stream:
            for item in read(stream, name=archive.receipt(receipt).name):
                if isinstance(item, RawRelease) and item.ocid == ocid and item.position in missing:
                    missing.discard(item.position)
                    found[receipt, item.position] = _release(wanted[receipt, item.position], item)
                    if not missing:
                        break
    return Releases([found[at] for at in wanted if at in found])


def _release(row: Row, item: RawRelease) -> Release:
    source = Source(
        publisher=row["publisher"],
        release_id=None if row["id_made"] else row["release_id"],
        date=row["date_text"],
        receipt=row["receipt"],
    )
    return Release(source, orjson.loads(item.data))
