"""Every lot that an item, award, bid, bid statistic, document or milestone refers to is a lot of the tender."""

from typing import Any

from candour.ocds.checks.process import Part, Positions, Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import identifier, objects
from candour.ocds.problems import Rule

RULE = Rule(
    id="related-lots-exist",
    level="error",
    title="Lots referred to exist",
    publisher="Correct {path}, or publish the lot in tender.lots: no lot has the id {found}.",
    reader="{path} refers to a lot, {found}, that is not described. What was bid for or awarded in that lot cannot "
    "be told.",
)

_INSIDE = ("items", "documents", "milestones")
_Reference = tuple[str, Positions, str]


def look(process: Process) -> Outcome:
    """Look up each reference to a lot."""
    references = _references(process)
    if not references:
        return "nothing refers to a lot"
    lots = {identifier(lot.get("id")) for lot in process.lots}
    problems = [
        process.problem(RULE, path, found=found, at=at) for path, at, found in references if found not in lots
    ]
    return problems or None


def _references(process: Process) -> list[_Reference]:
    references: list[_Reference] = []
    parents: list[Part] = [("tender", (), process.tender)]
    for index, award in enumerate(process.awards):
        parents.append(("awards", (index,), award))
        _add(references, "awards", (index,), award)
    parents += [("contracts", (index,), contract) for index, contract in enumerate(process.contracts)]
    for path, at, parent in parents:
        for name in _INSIDE:
            if name in parent:
                entries = parent[name]
                for index, entry in enumerate(entries if type(entries) is list else ()):
                    if type(entry) is dict and ("relatedLot" in entry or "relatedLots" in entry):
                        _add(references, f"{path}.{name}", (*at, index), entry)
    if process.bids:
        for name in ("statistics", "details"):
            for index, entry in enumerate(objects(process.bids.get(name))):
                _add(references, f"bids.{name}", (index,), entry)
    return references


def _add(references: list[_Reference], path: str, at: Positions, entry: dict[str, Any]) -> None:
    if "relatedLot" in entry and (found := identifier(entry["relatedLot"])):
        references.append((f"{path}.relatedLot", at, found))
    if "relatedLots" in entry and type(lots := entry["relatedLots"]) is list:
        for index, lot in enumerate(lots):
            if found := identifier(lot):
                references.append((f"{path}.relatedLots", (*at, index), found))


CHECK = Check(RULE, look)
