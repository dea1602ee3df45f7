"""No contract is signed or begins before the tender period ends."""

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import day
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="tender-closes-before-contract",
    level="warning",
    title="Contracts follow the close of the tender",
    publisher="Correct {path} ({found}) or tender.tenderPeriod.endDate ({expected}): the contract comes before the "
    "tender has closed. For a list that stays open, leave out the end.",
    reader="{path} is {found}, before bids closed on {expected}. One of the dates is wrong, or the list stays open; "
    "do not use the time between them.",
)


def look(process: Process) -> Outcome:
    """Compare days, so that a signature on the day of closing passes."""
    closes = process.closes
    if not closes:
        return "the tender period has no end"
    problems: list[Problem] = []
    period = process.tender.get("contractPeriod")
    begins = day(period.get("startDate")) if type(period) is dict else ""
    compared = bool(begins)
    if begins and begins < closes:
        problems.append(process.problem(RULE, "tender.contractPeriod.startDate", found=begins, expected=closes))
    for index, contract in enumerate(process.contracts):
        if "dateSigned" in contract and (signed := day(contract["dateSigned"])):
            compared = True
            if signed < closes:
                at = (index,)
                problems.append(process.problem(RULE, "contracts.dateSigned", found=signed, expected=closes, at=at))
    return problems or (None if compared else "nothing says when a contract is signed or begins")


CHECK = Check(RULE, look)
