"""No award is dated before the tender period ends."""

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import day
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="tender-closes-before-award",
    level="warning",
    title="Awards follow the close of the tender",
    publisher="Correct awards.date ({found}) or tender.tenderPeriod.endDate ({expected}): the award comes before the "
    "tender has closed. For a list that stays open, leave out the end.",
    reader="The award is dated {found}, before bids closed on {expected}. One of the dates is wrong, or the "
    "list stays open; do not use the time between them.",
)


def look(process: Process) -> Outcome:
    """Compare days, so that a decision on the day of closing passes."""
    closes = process.closes
    if not closes:
        return "the tender period has no end"
    problems: list[Problem] = []
    compared = 0
    for index, award in enumerate(process.awards):
        if awarded := day(award.get("date")):
            compared += 1
            if awarded < closes:
                at = (index,)
                problems.append(process.problem(RULE, "awards.date", found=awarded, expected=closes, at=at))
    return problems or (None if compared else "no award has a date")


CHECK = Check(RULE, look)
