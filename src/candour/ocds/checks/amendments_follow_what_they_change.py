"""No amendment is dated before the opening, award or signature of what it changes, or after the last release."""

from candour.ocds.checks.process import Object, Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import day, objects
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="amendments-follow-what-they-change",
    level="warning",
    title="Amendments follow what they change",
    publisher="Correct {path}, which is {found} although {expected}, or correct the other date. If the amendment "
    "itself moved the other date, say so in its description.",
    reader="The amendment is dated {found}, although {expected}. One of the dates is wrong, or the "
    "amendment moved the other: do not conclude from them when it was changed.",
)


def look(process: Process) -> Outcome:
    """Compare the day of each amendment with that of what it changes and with that of the last release."""
    released = process.released
    problems: list[Problem] = []
    compared = 0
    for path, at, holder in process.holders:
        if "amendments" not in holder:
            continue
        name, begun = _begun(path, holder)
        for index, amendment in enumerate(objects(holder["amendments"])):
            found = day(amendment.get("date"))
            if not found or not (begun or released):
                continue
            compared += 1
            expected = ""
            if found < begun:
                expected = f"{path}.{name} ({begun}) is later"
            elif found > released > "":
                expected = f"the date of the release ({released}) is earlier"
            if expected:
                where, place = f"{path}.amendments.date", (*at, index)
                problems.append(process.problem(RULE, where, found=found, expected=expected, at=place))
    return problems or (None if compared else "no amendment has a date to hold against another")


def _begun(path: str, holder: Object) -> tuple[str, str]:
    """The field that says when what is amended began, and its day."""
    if path == "tender":
        period = holder.get("tenderPeriod")
        return "tenderPeriod.startDate", day(period.get("startDate")) if type(period) is dict else ""
    name = "date" if path == "awards" else "dateSigned"
    return name, day(holder.get(name))


CHECK = Check(RULE, look)
