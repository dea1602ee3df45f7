"""A period's duration is the number of days between its start and its end, give or take one."""

from datetime import date

from candour.ocds.checks.process import Object, Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import day, number
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="durations-agree-with-dates",
    level="warning",
    title="Durations agree with dates",
    publisher="Correct {path}, which is {found} where its dates make {expected}, or leave it out: dates say more. A "
    "month has no fixed number of days.",
    reader="{path} is {found}, but its dates make {expected} days. Use the dates, and look in the notice where the "
    "difference matters.",
)

TOLERANCE = 1


def look(process: Process) -> Outcome:
    """Count the days up to the end or, where there is none, up to the furthest that the period may extend."""
    problems: list[Problem] = []
    compared = 0
    for path, at, period in process.periods:
        if "durationInDays" not in period:
            continue
        said, expected = number(period["durationInDays"]), _days(period)
        if said is not None and expected is not None:
            compared += 1
            if abs(said - expected) > TOLERANCE:
                where = f"{path}.durationInDays"
                problems.append(process.problem(RULE, where, found=said, expected=str(expected), at=at))
    return problems or (None if compared else "no period has a duration and the dates to hold it against")


def _days(period: Object) -> int | None:
    start, end = day(period.get("startDate")), day(period.get("endDate")) or day(period.get("maxExtentDate"))
    if not start or not end:
        return None
    try:
        return (date.fromisoformat(end) - date.fromisoformat(start)).days
    except ValueError:
        return None  # no day of the calendar, which the schema reports


CHECK = Check(RULE, look)
