"""Which processes are the same procurement: what was found, and what a person says of it."""

from typing import Any

import msgspec

from candour.archive import Receipt
from candour.care.link_end import End
from candour.operations.home import Home
from candour.operations.link_decisions import held_decisions, record
from candour.operations.published import no_process
from candour.warehouse.engine import Engine
from candour.warehouse.link_decisions import HeldDecision


class Linked(msgspec.Struct, frozen=True, kw_only=True):
    """The links of a process in the tables, and every decision on it in the archive, the oldest first.

    A decision counts in the tables from the next build on; of two on the same processes the later counts.
    """

    ocid: str
    data_version: str
    links: tuple[dict[str, Any], ...]
    decisions: tuple[HeldDecision, ...]


def links_of(home: Home, ocid: str) -> Linked:
    """The links of a process and the decisions on it.

    Raises:
        CandourError: there is no such process, or nothing has been built yet.
    """
    with home.tables() as tables:
        _refuse_unknown(tables, ocid)
        return Linked(
            ocid=ocid,
            data_version=tables.data_version,
            links=tuple(link_rows(tables, ocid)),
            decisions=_decisions(home, ocid),
        )


def link_rows(tables: Engine, ocid: str) -> list[dict[str, Any]]:
    """The rows of the table of links that a process has a part in."""
    found = tables.query("SELECT * FROM links WHERE $ocid IN (ocid_a, ocid_b)", {"ocid": ocid})
    return [row._asdict() for row in found]


def decide(home: Home, one: str, other: str, *, same: bool, by: str, reason: str) -> Receipt:
    """Record in the archive that two processes are, or are not, the same procurement. Nothing is merged by it.

    Raises:
        CandourError: there is no such process, nothing has been built yet, or name or reason is missing.
    """
    with home.tables() as tables:
        _refuse_unknown(tables, one)
        _refuse_unknown(tables, other)
    return record(home, End("process", one), End("process", other), same=same, by=by, reason=reason)


def _decisions(home: Home, ocid: str) -> tuple[HeldDecision, ...]:
    process = End("process", ocid)
    return tuple(held for held in held_decisions(home).on_processes if process in held.decision.pair)


def _refuse_unknown(tables: Engine, ocid: str) -> None:
    if not tables.query("SELECT ocid FROM processes WHERE ocid = $ocid", {"ocid": ocid}).rows:
        raise no_process(ocid)
