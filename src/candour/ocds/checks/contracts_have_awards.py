"""Every contract names, by `awardID`, an award of the same process."""

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import identifier
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="contracts-have-awards",
    level="error",
    title="Contracts belong to an award",
    publisher="Correct contracts.awardID, or publish the award: no award of this process has the id {found}.",
    reader="A contract belongs to an award, {found}, that is not here. Its suppliers are not known, because "
    "suppliers stand in the award.",
)


def look(process: Process) -> Outcome:
    """Look up each contract's award."""
    if not process.contracts:
        return process.missing("contracts")
    awards = {identifier(award.get("id")) for award in process.awards}
    problems: list[Problem] = []
    for index, contract in enumerate(process.contracts):
        found = identifier(contract.get("awardID"))
        if not found or found not in awards:
            at = (index,)
            problems.append(process.problem(RULE, "contracts.awardID", found=found or "nothing", at=at))
    return problems or None


CHECK = Check(RULE, look)
