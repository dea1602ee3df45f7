"""The contracts of one process, held against the minimum standards that apply to tenders and contracts."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import msgspec

from candour.errors import CandourError
from candour.minimum_standards.overlay import InForce, overlay
from candour.minimum_standards.standard import AppliesTo, ByMetric, Measured, Nation, national
from candour.operations.contract.about import About, about
from candour.operations.contract.hour import nation_of
from candour.operations.contract.outcomes import outcomes
from candour.operations.contract.rate import closest, rates
from candour.operations.contract.received import Received, received
from candour.operations.contract.scope import Scope, scopes
from candour.operations.contract.standards import Standard as Stated
from candour.operations.contract.standards import standards as stated_standards
from candour.operations.home import Home
from candour.operations.standards.additions import additions_for
from candour.operations.standards_held.by_metric import by_metric, by_number
from candour.operations.standards_held.by_register import by_register
from candour.operations.standards_held.by_word import by_people, by_rates, by_stated
from candour.operations.standards_held.evidence import Evidence, HeldLine, held_line
from candour.warehouse.engine import Engine


class HeldContract(msgspec.Struct, frozen=True, kw_only=True):
    """One contract, an award without one, or where both ids are None the tender alone.

    `others` are standards that it states and that, by their ids, are none of those held here.
    """

    contract_id: str | None
    award_id: str | None
    lines: tuple[HeldLine, ...]
    others: tuple[Stated, ...]


class HeldProcess(msgspec.Struct, frozen=True, kw_only=True):
    """A process on a day, by the standards of a nation. `faults` are of a place's file, which is then refused."""

    data_version: str
    ocid: str
    day: date
    title: str | None
    buyer: str | None
    nation: Nation
    contracts: tuple[HeldContract, ...]
    faults: tuple[str, ...]


class _Applying(msgspec.Struct, frozen=True):
    """A standard with what it applies to and what measures it, which only its definition says."""

    standard: InForce
    applies_to: tuple[AppliesTo, ...]
    measured: Measured | None


def hold_process(
    home: Home, ocid: str, day: date, *, nation: Nation | None = None, local: Path | None = None
) -> HeldProcess:
    """Every contract of a process by the standards of the nation in which it is, or of the one that is said.

    Raises:
        CandourError: there is no such process, nothing says in which nation it is, the file of additions is another
            place's, or nothing has been built yet.
    """
    with home.tables() as tables:
        process = received(tables, ocid)
        found = [(scope, about(process, scope, tables)) for scope in scopes(process, None)]
        nation = nation or _nation(process, found[0][1])
        applying, faults = _applying(nation, local, process.process["council_code"], day)
        return HeldProcess(
            data_version=tables.data_version,
            ocid=ocid,
            day=day,
            title=process.process["title"],
            buyer=process.process["buyer_name"],
            nation=nation,
            contracts=tuple(_held(tables, process, scope, it, applying, day) for scope, it in found),
            faults=faults,
        )


def _nation(process: Received, it: About) -> Nation:
    found = nation_of(process, it.suppliers)
    if found is None:
        raise CandourError(f"nothing says in which nation {process.ocid} is; say it with --nation")
    nation: Nation = msgspec.convert(found.replace("-", " "), type=Nation)
    return nation


def _applying(
    nation: Nation, path: Path | None, council: str | None, day: date
) -> tuple[list[_Applying], tuple[str, ...]]:
    its = national(nation)
    file = additions_for((council,), path) if path else None
    made = overlay(its, file.standards if file else None, day)
    known = {name: (one.applies_to, one.measured) for name, one in its.items()}
    known |= {one.id: (one.applies_to, one.measured) for one in file.standards.adds} if file else {}
    faults = tuple(file.where(fault) for fault in made.faults) if file else ()
    return [_Applying(one, *known[one.id]) for one in made.standards], faults


def _held(
    tables: Engine, process: Received, scope: Scope, it: About, applying: list[_Applying], day: date
) -> HeldContract:
    wanted: set[AppliesTo] = {"tender", "contract"} if scope.contract or scope.award else {"tender"}
    ids: set[str | None] = {one.standard.id for one in applying}
    reader = _Reader(tables, process, scope, it, day)
    return HeldContract(
        contract_id=scope.contract_id,
        award_id=scope.award_id,
        lines=tuple(held_line(one.standard, reader.of(one)) for one in applying if wanted & {*one.applies_to}),
        others=tuple(one for one in reader.stated if not {one.id, one.raises} & ids),
    )


class _Reader:
    """All that is published of one contract, as the standards are held against it."""

    def __init__(self, tables: Engine, process: Received, scope: Scope, it: About, day: date) -> None:
        self._process = process
        self._outcomes = outcomes(process, scope.contract, scope.award, day)
        self._rates = closest(rates(process, scope))
        self.stated = tuple(stated_standards(process, scope))
        self._registers = tuple(_suppliers(tables, it, day))

    def of(self, one: _Applying) -> Iterator[Evidence]:
        """What bears on one standard."""
        standard = one.standard
        if isinstance(one.measured, ByMetric):
            yield from by_metric(standard.asks, one.measured.metric, self._outcomes)
        if standard.id == "metrics-published":
            yield from by_number(standard.asks, self._outcomes)
        yield from by_rates(standard, self._rates)
        yield from by_stated(standard, self.stated)
        yield from by_people(standard, self._process)
        for said in self._registers:
            yield from said.get(standard.id, ())


def _suppliers(tables: Engine, it: About, day: date) -> Iterator[Mapping[str, tuple[Evidence, ...]]]:
    """Of suppliers that are linked to a provider of a register for certain."""
    linked = [end for supplier in it.suppliers for end in supplier.registered if end.outcome == "linked"]
    for key in dict.fromkeys(end.key for end in linked if end.kind == "provider"):
        yield by_register(tables, key, day)
