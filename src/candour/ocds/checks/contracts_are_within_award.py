"""The contracts under an award do not add up to more than one and a half times the award's value."""

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import amount, currency, identifier
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="contracts-are-within-award",
    level="warning",
    title="Contracts are in proportion to their award",
    publisher="Check contracts.value.amount: the contracts under one award add up to {found}, more than one and "
    "a half times its {expected}. Say in an amendment why, or correct the one that is wrong.",
    reader="Contracts add up to {found} where {expected} was awarded. Either one amount is wrong, or much was added "
    "later without saying so.",
)

TOLERANCE = 1.5


def look(process: Process) -> Outcome:
    """Add up, award by award, the contracts that are in the award's currency."""
    if not process.contracts:
        return process.missing("contracts")
    problems: list[Problem] = []
    compared = 0
    for index, award in enumerate(process.awards):
        value = award.get("value")
        awarded = amount(value)
        if awarded is None:
            continue
        award_id, unit = identifier(award.get("id")), currency(value)
        total: float = 0
        for contract in process.contracts:
            if identifier(contract.get("awardID")) == award_id and currency(contract.get("value")) == unit:
                total += amount(contract.get("value")) or 0
        if total:
            compared += 1
            if total > awarded * TOLERANCE:
                path, at = "awards.value.amount", (index,)
                found, expected = f"{total:.2f}", f"{awarded:.2f}"
                problems.append(process.problem(RULE, path, found=found, expected=expected, at=at))
    return problems or (None if compared else "no award and its contracts have values in the same currency")


CHECK = Check(RULE, look)
