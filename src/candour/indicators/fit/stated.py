"""Which facts a process states, which can be judged from its words, and which are missing."""

from collections.abc import Iterator, Sequence
from typing import Any, Literal

import msgspec

from candour.care import contract_model, organisation_id
from candour.indicators.fit.bought_care import BoughtCare
from candour.indicators.fit.found import Found, found_at
from candour.indicators.fit.held_contract import HeldContract
from candour.indicators.fit.process_fact import ProcessFact, process_facts

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


def stated_facts(compiled: dict[str, Any], care: BoughtCare, held: Sequence[HeldContract]) -> dict[str, Stated]:
    """Every fact, by its id, and how it stands. `care` and `held` are the care and the contracts of the process."""
    return {name: _stated(fact, compiled, care, held) for name, fact in process_facts().items()}


def _stated(fact: ProcessFact, compiled: dict[str, Any], care: BoughtCare, held: Sequence[HeldContract]) -> Stated:
    if fact.from_stage == "award" and not held:
        return Stated(fact=fact, state="not yet", because="nothing has been awarded")
    if fact.counts_only == "one for each award":
        return _one_for_each(fact, held)
    found = tuple(one for path in fact.found_in for one in found_at(compiled, path))
    if fact.counts_only == "register numbers":
        found = tuple(number for one in found for number in _register_numbers(one))
    if found:
        return Stated(fact=fact, state="stated", found=found)
    judged, because = _judged(fact, compiled, care)
    if judged:
        return Stated(fact=fact, state="judged", found=tuple(Found("", one) for one in judged), because=because)
    return Stated(fact=fact, state="missing", because=because)


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


def _judged(fact: ProcessFact, compiled: dict[str, Any], care: BoughtCare) -> tuple[tuple[str, ...], str]:
    """What words and codes say of a fact that nothing states, the main thing first; and why."""
    match fact.judged_by:
        case "service type":
            return care.services, care.services_because
        case "age group":
            # Of adults, their age alone says too little.
            return (("children",), care.ages_because) if care.ages == "children" else ((), "")
        case "contract model":
            model = contract_model.of(compiled)
            return () if model.name == contract_model.UNKNOWN else (model.name,), model.reason
        case _:
            return (), ""
