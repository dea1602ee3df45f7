"""A contract's period starts and ends on the same days as the contract period of its award."""

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import day, identifier
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="contract-period-is-that-of-the-award",
    level="note",
    title="The contract runs as long as was awarded",
    publisher="Say in an amendment why {path} is {found} where the award has {expected}, or correct the one that is "
    "wrong.",
    reader="{path} is {found}, but the award said {expected}. The contract was changed, or one date is wrong; the "
    "contract's own period is the one used.",
)

_ENDS = ("startDate", "endDate")


def look(process: Process) -> Outcome:
    """Compare the days of each contract's period with those of its award."""
    if not process.contracts:
        return process.missing("contracts")
    problems: list[Problem] = []
    compared = 0
    awarded = {identifier(award.get("id")): award.get("contractPeriod") for award in process.awards}
    for index, contract in enumerate(process.contracts):
        own, award = contract.get("period"), awarded.get(identifier(contract.get("awardID")))
        if type(own) is not dict or type(award) is not dict:
            continue
        for end in _ENDS:
            found, expected = day(own.get(end)), day(award.get(end))
            if found and expected:
                compared += 1
                if found != expected:
                    path = f"contracts.period.{end}"
                    problems.append(process.problem(RULE, path, found=found, expected=expected, at=(index,)))
    return problems or (None if compared else "no contract and its award both have a period")


CHECK = Check(RULE, look)
