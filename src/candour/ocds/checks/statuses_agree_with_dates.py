"""Nothing is called planned, pending or still open once dates in the same process say that it is over."""

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import day
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="statuses-agree-with-dates",
    level="warning",
    title="Statuses agree with dates",
    publisher="Bring {path} up to date: it is still “{found}”, although {expected}.",
    reader="{path} says “{found}”, although {expected}. The status is probably out of date: do not count what "
    "is open or running by it.",
)

_BEFORE_AWARD = frozenset(("planning", "planned"))


def look(process: Process) -> Outcome:
    """Hold statuses against the day of the last release, never against today: the same data, the same verdict."""
    problems: list[Problem] = []
    compared = 0
    now = process.released
    status = process.tender.get("status")
    if type(status) is str and process.awards:
        compared += 1
        if status in _BEFORE_AWARD and any(award.get("status") == "active" for award in process.awards):
            expected = "an award has been made"
            problems.append(process.problem(RULE, "tender.status", found=status, expected=expected))
    for index, contract in enumerate(process.contracts):
        status = contract.get("status")
        if type(status) is not str:
            continue
        compared += 1
        if expected := _contradiction(status, contract, now):
            path, at = "contracts.status", (index,)
            problems.append(process.problem(RULE, path, found=status, expected=expected, at=at))
    return problems or (None if compared else "there is no status to hold against a date")


def _contradiction(status: str, contract: dict[str, object], now: str) -> str:
    if status == "pending" and (signed := day(contract.get("dateSigned"))) and signed <= now:
        return f"it was signed on {signed}"
    period = contract.get("period")
    ends = day(period.get("endDate")) if type(period) is dict else ""
    if status == "active" and ends and ends < now:
        return f"its period ended on {ends}"
    starts = day(period.get("startDate")) if type(period) is dict else ""
    if status == "terminated" and now and starts > now:
        return f"its period starts only on {starts}"
    return ""


CHECK = Check(RULE, look)
