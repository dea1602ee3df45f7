"""No period ends before it starts."""

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import day
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="periods-run-forwards",
    level="error",
    title="Periods start before they end",
    publisher="Correct {path}: it ends on {found}, before its start on {expected}.",
    reader="{path} ends ({found}) before it starts ({expected}). One of the two is wrong, so no duration is "
    "computed.",
)


def look(process: Process) -> Outcome:
    """Compare the two days of each period."""
    problems: list[Problem] = []
    compared = 0
    for path, at, period in process.periods:
        if "startDate" not in period or "endDate" not in period:
            continue
        start, end = day(period["startDate"]), day(period["endDate"])
        if start and end:
            compared += 1
            if end < start:
                problems.append(process.problem(RULE, path, found=end, expected=start, at=at))
    return problems or (None if compared else "no period has both a start and an end")


CHECK = Check(RULE, look)
