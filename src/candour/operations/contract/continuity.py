"""What came before a contract and what comes after it, so that outcomes outlive a contract, provider or buyer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import msgspec

from candour.operations.contract.asking import Asking
from candour.operations.contract.inheritance import Inherited, inherited
from candour.operations.contract.outcomes import Outcome, outcomes
from candour.operations.contract.published import day as day_of
from candour.operations.contract.published import text, texts
from candour.operations.contract.received import Received, received, rows_of
from candour.operations.contract.scope import Scope
from candour.operations.contract.source import Source
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


def continuity(process: Received, scope: Scope, own: Sequence[Outcome], asking: Asking) -> Continuity:
    """What is published of services before and after, and what passes from one to the next."""
    return Continuity(
        neighbours=tuple(_Neighbours(process, scope, own, asking).found()),
        same_procurement=tuple(_same_procurement(process, asking.tables)),
    )


@dataclass(frozen=True, slots=True)
class _Neighbours:
    """Looks for the services before and after one contract, whose outcomes are `own`."""

    process: Received
    scope: Scope
    own: Sequence[Outcome]
    asking: Asking

    def found(self) -> Iterator[Neighbour]:
        """Those that the contract names, then related processes that it does not name itself."""
        published = self.scope.published(self.process)
        for field, side in _FIELDS:
            for said in pieces(published, field):
                yield self._succession(said, field, side)
        named = {text(said, "ocid") for field, _ in _FIELDS for said in pieces(published, field)}
        contract = ("contracts", self.scope.contract_id)
        for related in pieces(self.process.compiled, "relatedProcesses"):
            if _is_process(related, _BEFORE) and related["identifier"] not in named:
                yield self._related(related, "before", ())
        for related in pieces(published, "relatedProcesses"):
            if _is_process(related, _AFTER) and related["identifier"] not in named:
                yield self._related(related, "after", contract)

    def _succession(self, said: dict[str, Any], field: str, side: Side) -> Neighbour:
        ocid, contract_id = text(said, "ocid") or self.process.ocid, text(said, "contractID")
        other = self._outcomes_of(ocid, contract_id)
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
            inherited=self._passed_on(side, other),
            source=self.process.releases.last("contracts", self.scope.contract_id, field, said.get("id")),
        )

    def _related(self, related: dict[str, Any], side: Side, path: tuple[Any, ...]) -> Neighbour:
        ocid = str(related["identifier"])
        other = self._outcomes_of(ocid, None)
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
            inherited=self._passed_on(side, other),
            source=self.process.releases.last(*path, "relatedProcesses", related.get("id")),
        )

    def _outcomes_of(self, ocid: str, contract_id: str | None) -> tuple[Outcome, ...] | None:
        """The outcomes of another contract, the one that is named or the only one; None where it was not received."""
        tables = self.asking.tables
        if ocid != self.process.ocid and not rows_of(tables, "processes", ocid):
            return None
        same = ocid == self.process.ocid
        other = self.process if same else received(tables, ocid)
        mine = [row for row in other.rows["contracts"] if contract_id in (None, row["contract_id"])]
        return outcomes(other, mine[0], None, self.asking.day) if len(mine) == 1 else None

    def _passed_on(self, side: Side, other: Sequence[Outcome] | None) -> tuple[Inherited, ...]:
        if other is None:
            return ()
        return inherited(other, self.own) if side == "before" else inherited(self.own, other)


def _is_process(related: dict[str, Any], relationships: frozenset[str]) -> bool:
    """Whether a relation is one of these with a process that is named by its ocid."""
    named = "identifier" in related and related.get("scheme", "ocid") == "ocid"
    return named and not relationships.isdisjoint(_relationships(related))


def _relationships(related: dict[str, Any]) -> list[str]:
    found = related.get("relationship")
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []


def _same_procurement(process: Received, tables: Engine) -> Iterator[SameProcurement]:
    for link in process.links:
        ocid = link["ocid_b"] if link["ocid_a"] == process.ocid else link["ocid_a"]
        rows = rows_of(tables, "processes", ocid)
        how = (
            f"{link['method']}, score {link['score'].normalize():f}" if link["score"] is not None else link["method"]
        )
        yield SameProcurement(ocid=ocid, how=how, has_deliveries=bool(rows and rows[0]["has_deliveries"]))
