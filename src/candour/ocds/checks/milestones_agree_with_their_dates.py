"""No milestone that is not met has a date on which it was met, and none is met or modified after the release."""

from collections.abc import Iterator

from candour.ocds.checks.process import Object, Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import day, objects
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="milestones-agree-with-their-dates",
    level="warning",
    title="Milestones agree with their dates",
    publisher="Correct {path}: it is “{found}”, although {expected}.",
    reader="{path} is “{found}”, although {expected}. Whether and when the milestone was met is not known.",
)

_NOT_MET = frozenset(("scheduled", "notMet"))


def look(process: Process) -> Outcome:
    """Look at the milestones of every stage and of what was done under each contract."""
    problems: list[Problem] = []
    compared = 0
    for path, at, section in process.sections:
        if "milestones" not in section:
            continue
        for index, milestone in enumerate(objects(section["milestones"])):
            compared += "status" in milestone or "dateMet" in milestone or "dateModified" in milestone
            for name, found, expected in _faults(milestone, process.released):
                where, place = f"{path}.milestones.{name}", (*at, index)
                problems.append(process.problem(RULE, where, found=found, expected=expected, at=place))
    return problems or (None if compared else "no milestone has a status or a date on which it was met or modified")


def _faults(milestone: Object, released: str) -> Iterator[tuple[str, str, str]]:
    status, met = milestone.get("status"), day(milestone.get("dateMet"))
    if met and type(status) is str and status in _NOT_MET:
        yield "status", status, f"its dateMet is {met}"
    elif met > released > "":
        yield "dateMet", met, f"the release that says so is of {released}"
    if (modified := day(milestone.get("dateModified"))) > released > "":
        yield "dateModified", modified, f"the release that says so is of {released}"


CHECK = Check(RULE, look)
