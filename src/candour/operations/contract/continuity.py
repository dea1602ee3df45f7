"""What came before a contract and what comes after it, so that outcomes outlive a contract, provider or buyer."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Literal

import msgspec

from candour.operations.contract.inheritance import Inherited, inherited
from candour.operations.contract.outcomes import Outcome, outcomes
from candour.operations.contract.published import day as day_of
from candour.operations.contract.published import text, texts
from candour.operations.contract.received import Received, rows_of
from candour.operations.contract.scope import Scope
from candour.operations.contract.source import Releases, Source
from candour.warehouse.engine import Engine
from candour.warehouse.tables.process import pieces

Side = Literal["before", "after"]
_FIELDS: tuple[tuple[str, Side], ...] = (("predecessors", "before"), ("successors", "after"))
_AFTER = frozenset({"renewalProcess", "replacementProcess"})
_BEFORE = frozenset({"prior"})
"""In OCDS a process names the one that it renews or replaces, and a contract the process that may replace it."""


class Neighbour(msgspec.Struct, frozen=True, kw_only=True):
    """A service before or after this contract, and what is inherited between the two.

    `said_by` is how it is known: the contract itself (a succession), or the relation of one process to another.
    `received` is whether that process is among the tables; without it, nothing can be said of what is inherited.
    """

    side: Side
    ocid: str | None
    contract_id: str | None
    supplier: str | None
    buyer: str | None
    date: date | None
    reason: str | None
    metrics_carried: tuple[str, ...]
    said_by: str
    received: bool
    inherited: tuple[Inherited, ...]
    source: Source | None


class SameProcurement(msgspec.Struct, frozen=True, kw_only=True):
    """Another process that is the same purchase: what is reported of this contract may stand there."""

    ocid: str
    how: str
    has_deliveries: bool


class Continuity(msgspec.Struct, frozen=True, kw_only=True):
    """What is published of what came before and comes after."""

    neighbours: tuple[Neighbour, ...]
    same_procurement: tuple[SameProcurement, ...]


def continuity(process: Received, scope: Scope, own: Sequence[Outcome], tables: Engine, day: date) -> Continuity:
    """What is published of services before and after, and what passes from one to the next."""
    return Continuity(
        neighbours=tuple(_neighbours(process, scope, own, tables, day)),
        same_procurement=tuple(_same_procurement(process, tables)),
    )


def _neighbours(
    process: Received, scope: Scope, own: Sequence[Outcome], tables: Engine, day: date
) -> Iterator[Neighbour]:
    published = scope.published(process)
    for field, side in _FIELDS:
        for said in pieces(published, field):
            yield _succession(process, scope, said, side, field, own, tables, day)
    named = {text(said, "ocid") for field, _ in _FIELDS for said in pieces(published, field)}
    places: tuple[tuple[tuple[Any, ...], dict[str, Any], Side, frozenset[str]], ...] = (
        ((), process.compiled, "before", _BEFORE),
        (("contracts", scope.contract_id), published, "after", _AFTER),
    )
    for path, holder, side, relationships in places:
        for related in pieces(holder, "relatedProcesses"):
            if _is_process(related, relationships) and related["identifier"] not in named:
                yield _related(process, related, side, own, tables, day, path)


def _succession(
    process: Received,
    scope: Scope,
    said: dict[str, Any],
    side: Side,
    field: str,
    own: Sequence[Outcome],
    tables: Engine,
    day: date,
) -> Neighbour:
    ocid, contract_id = text(said, "ocid") or process.ocid, text(said, "contractID")
    other = _outcomes_of(process, ocid, contract_id, tables, day)
    return Neighbour(
        side=side,
        ocid=ocid,
        contract_id=contract_id,
        supplier=text(said, "supplier", "name"),
        buyer=text(said, "buyer", "name"),
        date=day_of(said, "date"),
        reason=text(said, "reason"),
        metrics_carried=texts(said, "metricsCarried"),
        said_by="the contract",
        received=other is not None,
        inherited=_passed_on(side, own, other),
        source=process.releases.last("contracts", scope.contract_id, field, said.get("id")),
    )


def _related(
    process: Received,
    related: dict[str, Any],
    side: Side,
    own: Sequence[Outcome],
    tables: Engine,
    day: date,
    path: tuple[Any, ...],
) -> Neighbour:
    ocid = str(related["identifier"])
    other = _outcomes_of(process, ocid, None, tables, day)
    return Neighbour(
        side=side,
        ocid=ocid,
        contract_id=None,
        supplier=None,
        buyer=None,
        date=None,
        reason=None,
        metrics_carried=(),
        said_by=f"a related process ({', '.join(_relationships(related))})",
        received=other is not None,
        inherited=_passed_on(side, own, other),
        source=process.releases.last(*path, "relatedProcesses", related.get("id")),
    )


def _is_process(related: dict[str, Any], relationships: frozenset[str]) -> bool:
    """Whether a relation is one of these with a process that is named by its ocid."""
    named = "identifier" in related and related.get("scheme", "ocid") == "ocid"
    return named and not relationships.isdisjoint(_relationships(related))


def _relationships(related: dict[str, Any]) -> list[str]:
    found = related.get("relationship")
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []


def _passed_on(side: Side, own: Sequence[Outcome], other: Sequence[Outcome] | None) -> tuple[Inherited, ...]:
    if other is None:
        return ()
    return inherited(other, own) if side == "before" else inherited(own, other)


def _outcomes_of(
    process: Received, ocid: str, contract_id: str | None, tables: Engine, day: date
) -> tuple[Outcome, ...] | None:
    """The outcomes of another contract: the one that is named, or the only one; None where it was not received."""
    rows = process.rows["contracts"] if ocid == process.ocid else rows_of(tables, "contracts", ocid)
    mine = [row for row in rows if contract_id in (None, row["contract_id"])]
    if len(mine) != 1:
        return None
    if ocid == process.ocid:
        return outcomes(process, mine[0], None, day)
    wanted = {table: rows_of(tables, table, ocid) for table in ("promises", "deliveries")}
    other = Received(ocid, {}, {}, wanted, [], Releases(()))
    return outcomes(other, mine[0], None, day)


def _same_procurement(process: Received, tables: Engine) -> Iterator[SameProcurement]:
    for link in process.links:
        ocid = link["ocid_b"] if link["ocid_a"] == process.ocid else link["ocid_a"]
        rows = rows_of(tables, "processes", ocid)
        how = (
            f"{link['method']}, score {link['score'].normalize():f}" if link["score"] is not None else link["method"]
        )
        yield SameProcurement(ocid=ocid, how=how, has_deliveries=bool(rows and rows[0]["has_deliveries"]))
