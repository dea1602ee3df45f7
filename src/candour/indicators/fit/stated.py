"""Which facts a process states, which can be judged from its words, and which are missing."""

from collections.abc import Iterator, Sequence
from typing import Any, Literal

import msgspec

from candour.care import contract_model, organisation_id, service_type
from candour.care.standard_code import SERVICES
from candour.indicators.fit.found import Found, found_at
from candour.indicators.fit.held_contract import HeldContract
from candour.indicators.fit.process_fact import ProcessFact, process_facts

SERVICE_TYPE = "service-type"
"""The fact that says which kind of care it is, by which metrics are chosen."""

FactState = Literal["stated", "judged", "missing", "not yet"]


class Stated(msgspec.Struct, frozen=True, kw_only=True):
    """How one fact stands: the values that state it, or why it counts as judged, missing or not known yet."""

    fact: ProcessFact
    state: FactState
    found: tuple[Found, ...] = ()
    because: str = ""

    @property
    def is_there(self) -> bool:
        """Whether it can be worked with: stated, or judged from words."""
        return self.state in ("stated", "judged")


class Services(msgspec.Struct, frozen=True, kw_only=True):
    """The kinds of care that a process buys, the main one first; `because` where they are judged and not stated."""

    names: tuple[str, ...]
    because: str = ""

    @property
    def main(self) -> str:
        """The first of them, or "unknown"."""
        return self.names[0] if self.names else service_type.UNKNOWN


def services_of(compiled: dict[str, Any]) -> Services:
    """The kinds of care that a process states; where it states none, those that its words and codes say."""
    paths = process_facts()[SERVICE_TYPE].found_in
    codes = [code for path in paths for found in found_at(compiled, path) for code in _texts(found.value)]
    if names := tuple(dict.fromkeys(SERVICES[code] for code in codes if code in SERVICES)):
        return Services(names=names)
    judged = service_type.of(compiled)
    if judged.name == service_type.UNKNOWN:
        return Services(names=(), because=judged.reason)
    return Services(names=(judged.name, *judged.also), because=judged.reason)


def stated_facts(compiled: dict[str, Any], held: Sequence[HeldContract]) -> dict[str, Stated]:
    """Every fact, by its id, and how it stands. `held` are the contracts of the process."""
    return {name: _stated(fact, compiled, held) for name, fact in process_facts().items()}


def _stated(fact: ProcessFact, compiled: dict[str, Any], held: Sequence[HeldContract]) -> Stated:
    if fact.from_stage == "award" and not held:
        return Stated(fact=fact, state="not yet", because="nothing has been awarded")
    if fact.counts_only == "one for each award":
        return _one_for_each(fact, held)
    found = tuple(one for path in fact.found_in for one in found_at(compiled, path))
    if fact.counts_only == "register numbers":
        found = tuple(number for one in found for number in _register_numbers(one))
    if found:
        return Stated(fact=fact, state="stated", found=found)
    return _judged(fact, compiled) or Stated(fact=fact, state="missing")


def _one_for_each(fact: ProcessFact, held: Sequence[HeldContract]) -> Stated:
    several = [contract for contract in held if len(contract.suppliers) > 1]
    if several:
        most = max(several, key=lambda contract: len(contract.suppliers))
        because = f"{most.path} has {len(most.suppliers)} suppliers"
        return Stated(fact=fact, state="missing", because=because)
    found = tuple(supplier for contract in held for supplier in contract.suppliers)
    return Stated(fact=fact, state="stated" if found else "missing", found=found)


def _register_numbers(found: Found) -> Iterator[Found]:
    """The identifiers that say which organisation is meant in a register, outside this notice and this portal."""
    several = found.value if isinstance(found.value, list) else [found.value]
    for position, identifier in enumerate(several):
        scheme, number = (identifier.get(name) if isinstance(identifier, dict) else None for name in ("scheme", "id"))
        if isinstance(scheme, str) and isinstance(number, str | int):
            known = organisation_id.normalise(scheme, str(number))
            if known.well_formed and known.scheme in organisation_id.PREFERENCE:
                yield Found(f"{found.path}[{position}]" if several is found.value else found.path, str(known))


def _judged(fact: ProcessFact, compiled: dict[str, Any]) -> Stated | None:
    match fact.judged_by:
        case "service type":
            judged: service_type.ServiceType | contract_model.ContractModel = service_type.of(compiled)
        case "contract model":
            judged = contract_model.of(compiled)
        case _:
            return None
    if judged.name == service_type.UNKNOWN:
        return Stated(fact=fact, state="missing", because=judged.reason)
    return Stated(fact=fact, state="judged", found=(Found("", judged.name),), because=judged.reason)


def _texts(value: Any) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
