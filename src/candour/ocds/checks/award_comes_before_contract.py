"""No contract is signed before the day of its award."""

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import day, identifier
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="award-comes-before-contract",
    level="warning",
    title="Contracts follow their award",
    publisher="Correct contracts.dateSigned ({found}) or awards.date ({expected}): the contract is signed "
    "before it is awarded.",
    reader="The contract was signed on {found}, before its award on {expected}. One of the dates is wrong; do "
    "not use the time between them.",
)


def look(process: Process) -> Outcome:
    """Compare the day of each signature with the day of that contract's award."""
    if not process.contracts:
        return process.missing("contracts")
    problems: list[Problem] = []
    compared = 0
    awarded = {identifier(award.get("id")): day(award.get("date")) for award in process.awards}
    for index, contract in enumerate(process.contracts):
        signed, award = day(contract.get("dateSigned")), awarded.get(identifier(contract.get("awardID")), "")
        if signed and award:
            compared += 1
            if signed < award:
                at = (index,)
                problems.append(process.problem(RULE, "contracts.dateSigned", found=signed, expected=award, at=at))
    return problems or (None if compared else "no contract has both a signature date and a dated award")


CHECK = Check(RULE, look)
