"""What was received of a publisher, what is wrong with it, and what was corrected."""

from datetime import datetime
from typing import Any

import msgspec

from candour.operations.publisher.whose import Whose
from candour.operations.rules import all_rules
from candour.warehouse.engine import Engine

MOST_RECEIPTS = 1_000
"""So many receipts are named, the newest first."""

_RECEIPTS = f"""
SELECT receipt, sha256, size, source, publisher, licence, name, received, withdrawn
FROM receipts WHERE {{receipts}}
ORDER BY received DESC, receipt LIMIT {MOST_RECEIPTS}
"""
_RECEIVED = """
SELECT COUNT(*) AS receipts, SUM(size) AS bytes, MIN(received) AS first_received, MAX(received) AS last_received,
    LIST(DISTINCT licence ORDER BY licence) FILTER (WHERE licence IS NOT NULL) AS licences
FROM receipts WHERE {receipts}
"""
_RELEASES = """
SELECT COUNT(*) AS releases, COUNT(DISTINCT ocid) AS processes, MIN(date) AS first_date, MAX(date) AS last_date,
    LIST(DISTINCT licence ORDER BY licence) FILTER (WHERE licence IS NOT NULL) AS licences
FROM releases WHERE {releases}
"""
# A problem of one release is told by its receipt too, and one of a merged process by its ocid alone.
_PROBLEMS = """
SELECT rule, COUNT(*) AS times, COUNT(DISTINCT ocid) FILTER (WHERE ocid <> '') AS processes,
    MIN(ocid) FILTER (WHERE ocid <> '') AS example, MIN(path) AS path, MIN(found) AS found, MIN(expected) AS expected,
    COUNT(DISTINCT path) AS paths
FROM problems
WHERE ocid IN (SELECT ocid FROM processes WHERE {processes})
    OR (COALESCE(ocid, '') = '' AND receipt IN (SELECT receipt FROM receipts WHERE {receipts}))
GROUP BY rule ORDER BY times DESC, rule
"""
_ACCOUNTS = """
SELECT outcome, reason, SUM(rows) AS rows, COUNT(DISTINCT accounts.receipt) AS files
FROM accounts WHERE receipt IN (SELECT receipt FROM receipts WHERE {receipts})
GROUP BY outcome, reason ORDER BY rows DESC, outcome, reason
"""
_CORRECTIONS = """
SELECT correction, corrections.receipt, receipts.name, made, made_by, reason, change, counts
FROM corrections JOIN receipts ON receipts.receipt = corrections.receipt
WHERE {receipts} ORDER BY made DESC, correction
"""
_LEVELS = ("refused", "error", "warning", "note")


class ProblemKind(msgspec.Struct, frozen=True, kw_only=True):
    """A rule that is broken: how often, in how many processes, and what a reader can no longer conclude.

    `example` is the ocid of a process, None where it is of none. `paths` counts the fields that it is about; the
    message is of one of them.
    """

    rule: str
    level: str
    title: str
    times: int
    processes: int
    paths: int
    for_reader: str
    for_publisher: str
    example: str | None


class RowsMade(msgspec.Struct, frozen=True, kw_only=True):
    """So many rows of tables that were used, ignored or refused, and why."""

    outcome: str
    reason: str | None
    rows: int
    files: int


class Received(msgspec.Struct, frozen=True, kw_only=True):
    """How much was received, and between when; `first_date` and `last_date` are of the releases themselves."""

    receipts: int
    bytes: int
    first_received: datetime | None
    last_received: datetime | None
    releases: int
    processes: int
    first_date: datetime | None
    last_date: datetime | None
    licences: tuple[str, ...]


def received(tables: Engine, whose: Whose) -> Received:
    """All of it in figures."""
    files, releases = _rows(tables, _RECEIVED, whose)[0], _rows(tables, _RELEASES, whose)[0]
    licences = dict.fromkeys([*(releases.pop("licences") or ()), *(files.pop("licences") or ())])
    return Received(**{**files, "bytes": int(files["bytes"] or 0)}, **releases, licences=tuple(licences))


def receipts(tables: Engine, whose: Whose) -> list[dict[str, Any]]:
    """The newest receipts."""
    return _rows(tables, _RECEIPTS, whose)


def problems(tables: Engine, whose: Whose) -> tuple[ProblemKind, ...]:
    """Equal problems together, the worst first, and then those that are most often."""
    found = [_kind(row) for row in _rows(tables, _PROBLEMS, whose)]
    return tuple(sorted(found, key=lambda one: (_LEVELS.index(one.level), -one.times, one.rule)))


def _kind(row: dict[str, Any]) -> ProblemKind:
    rule = all_rules()[row["rule"]]
    said = {"path": row["path"] or "", "found": row["found"] or "", "expected": row["expected"] or ""}
    return ProblemKind(
        rule=rule.id,
        level=rule.level,
        title=rule.title,
        times=row["times"],
        processes=row["processes"],
        paths=row["paths"],
        for_reader=rule.reader.format(**said),
        for_publisher=rule.publisher.format(**said),
        example=row["example"],
    )


def rows_made(tables: Engine, whose: Whose) -> tuple[RowsMade, ...]:
    """What became of the rows of its tables."""
    return tuple(RowsMade(**{**row, "rows": int(row["rows"])}) for row in _rows(tables, _ACCOUNTS, whose))


def corrections(tables: Engine, whose: Whose) -> list[dict[str, Any]]:
    """Corrections of its receipts, the newest first."""
    return _rows(tables, _CORRECTIONS, whose)


def _rows(tables: Engine, sql: str, whose: Whose) -> list[dict[str, Any]]:
    return [row._asdict() for row in tables.query(sql.format(**whose.conditions), whose.given)]
