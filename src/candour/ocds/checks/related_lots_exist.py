"""Every lot that an item, award, bid, bid statistic, document or milestone refers to is a lot of the tender."""

from candour.ocds.checks.process import Part, Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import identifier, objects
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="related-lots-exist",
    level="error",
    title="Lots referred to exist",
    publisher="Correct {path}, or publish the lot in tender.lots: no lot has the id {found}.",
    reader="{path} refers to a lot, {found}, that is not described. What was bid for or awarded in that lot cannot "
    "be told.",
)

_INSIDE = ("items", "documents", "milestones")


def look(process: Process) -> Outcome:
    """Look up each reference to a lot."""
    lots = {identifier(lot.get("id")) for lot in process.lots}
    problems: list[Problem] = []
    references = 0
    for path, at, entry in _entries(process):
        if "relatedLot" in entry and (found := identifier(entry["relatedLot"])):
            references += 1
            if found not in lots:
                problems.append(process.problem(RULE, f"{path}.relatedLot", found=found, at=at))
        if "relatedLots" in entry and type(related := entry["relatedLots"]) is list:
            for index, lot in enumerate(related):
                if found := identifier(lot):
                    references += 1
                    if found not in lots:
                        problems.append(process.problem(RULE, f"{path}.relatedLots", found=found, at=(*at, index)))
    return problems or (None if references else "nothing refers to a lot")


def _entries(process: Process) -> list[Part]:
    """What may refer to a lot."""
    parents: list[Part] = [("awards", (index,), award) for index, award in enumerate(process.awards)]
    found = parents.copy()
    parents.append(("tender", (), process.tender))
    parents += [("contracts", (index,), contract) for index, contract in enumerate(process.contracts)]
    for path, at, parent in parents:
        for name in _INSIDE:
            if name in parent and type(entries := parent[name]) is list:
                inside = f"{path}.{name}"
                for index, entry in enumerate(entries):
                    if type(entry) is dict and ("relatedLot" in entry or "relatedLots" in entry):
                        found.append((inside, (*at, index), entry))
    if process.bids:
        for name in ("statistics", "details"):
            entries = objects(process.bids.get(name))
            found += [(f"bids.{name}", (index,), entry) for index, entry in enumerate(entries)]
    return found


CHECK = Check(RULE, look)
