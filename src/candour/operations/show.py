"""Everything that is known of one process."""

from datetime import datetime
from typing import Any

import msgspec
import orjson

from candour.care.ratings.share import Share
from candour.ocds.merge import versioned_release
from candour.operations.awards_of_provider import ratings_of_suppliers_on
from candour.operations.home import Home
from candour.operations.link import link_rows
from candour.operations.promises import Kept, promises_and_deliveries
from candour.operations.published import Published, no_process, published_of
from candour.warehouse.engine import Engine

TABLES = ("suppliers", "contracts", "promises", "deliveries", "failures", "releases", "problems")


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A process: its row of the tables, its compiled release, and its rows of `TABLES` and of links.

    `kept` has what was promised beside what was delivered. `ratings` say how the locations of each supplier that is
    linked to a register were rated on the day of its first award here, by the supplier's key.
    """

    ocid: str
    data_version: str
    process: dict[str, Any]
    ratings: dict[str, tuple[Share, ...]]
    compiled: dict[str, Any]
    kept: list[Kept]
    rows: dict[str, list[dict[str, Any]]]


def show(home: Home, ocid: str) -> Shown:
    """What the tables know of a process.

    Raises:
        CandourError: there is no such process, or nothing has been built yet.
    """
    with home.tables() as tables:

        def rows(table: str) -> list[dict[str, Any]]:
            found = tables.of_process(ocid).query(f"SELECT * FROM {table} WHERE ocid = $ocid", {"ocid": ocid})
            return [row._asdict() for row in found]

        found = rows("processes")
        if not found:
            raise no_process(ocid)
        of_tables = {table: rows(table) for table in TABLES}
        return Shown(
            ocid=ocid,
            data_version=tables.data_version,
            process=found[0],
            ratings=_ratings(tables, of_tables["suppliers"]),
            compiled=orjson.loads(rows("compiled_releases")[0]["release"]),
            kept=promises_and_deliveries(of_tables["contracts"], of_tables["promises"], of_tables["deliveries"]),
            rows=of_tables | {"links": link_rows(tables, ocid)},
        )


def releases_as_received(home: Home, ocid: str) -> list[Published]:
    """Every release of a process, as its publisher sent it, corrections applied, in the order of merging.

    Raises:
        CandourError: there is no such process, or nothing has been built yet.
    """
    with home.tables() as tables:
        return published_of(tables, ocid)


def versioned(home: Home, ocid: str) -> dict[str, Any]:
    """The versioned release: every value that each field has had, with the release that gave it.

    Raises:
        CandourError: there is no such process, or nothing has been built yet.
    """
    releases = releases_as_received(home, ocid)
    return versioned_release([orjson.loads(release.data) for release in releases if release.state == "merged"])


def _ratings(tables: Engine, suppliers: list[dict[str, Any]]) -> dict[str, tuple[Share, ...]]:
    days: dict[str, datetime | None] = {}
    for row in sorted(suppliers, key=lambda row: row["award_number"], reverse=True):
        if row["supplier_key"]:
            days[row["supplier_key"]] = row["award_date"]
    return ratings_of_suppliers_on(tables, days)
