"""What there is: in the archive, in the tables, and whether the two agree."""

import msgspec

from candour.archive import Archive
from candour.operations.derived import derived_tables
from candour.operations.home import Home
from candour.warehouse.inventory import Inventory
from candour.warehouse.layout import Layout
from candour.warehouse.tables import TABLES

LEVELS = ("refused", "error", "warning", "note")


class SourceStatus(msgspec.Struct, frozen=True):
    """The receipts of one source; `size` is in bytes as received."""

    source: str
    receipts: int
    size: int
    last_received: str


class Status(msgspec.Struct, frozen=True, kw_only=True):
    """`data_version` is that of the tables in force, None where none were built; `rows` counts each table."""

    folder: str
    sources: tuple[SourceStatus, ...]
    data_version: str | None
    up_to_date: bool
    rows: dict[str, int]
    problems: dict[str, int]


def status(home: Home) -> Status:
    """What there is. Raises ArchiveError where there is no archive yet."""
    archive = Archive.at(home.archive, create=False)
    version = Layout(home.warehouse).current()
    return Status(
        folder=str(home.folder),
        sources=_sources(archive),
        data_version=version,
        up_to_date=version == Inventory(archive, derived_tables()).data_version,
        rows=_rows(home) if version else {},
        problems=problem_levels(home) if version else {},
    )


def _sources(archive: Archive) -> tuple[SourceStatus, ...]:
    found: dict[str, SourceStatus] = {}
    for receipt in archive.receipts():
        before = found.get(receipt.source, SourceStatus(receipt.source, 0, 0, ""))
        found[receipt.source] = SourceStatus(
            receipt.source,
            before.receipts + 1,
            before.size + receipt.size,
            max(before.last_received, receipt.received),
        )
    return tuple(found[source] for source in sorted(found))


def _rows(home: Home) -> dict[str, int]:
    counts = " UNION ALL ".join(f"SELECT '{name}' AS name, COUNT(*) AS rows FROM {name}" for name in TABLES)
    with home.tables() as warehouse:
        return dict(warehouse.query(counts).rows)


def problem_levels(home: Home) -> dict[str, int]:
    """How many problems of each level there are in the tables, the worst first."""
    with home.tables() as warehouse:
        found = dict(warehouse.query("SELECT level, COUNT(*) FROM problems GROUP BY level").rows)
    return {level: found[level] for level in LEVELS if level in found}
