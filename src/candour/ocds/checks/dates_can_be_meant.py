"""No date has a year before 1980 or after 2100."""

from candour.ocds.checks.process import Positions, Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import is_absurd
from candour.ocds.problems import Rule

RULE = Rule(
    id="dates-can-be-meant",
    level="error",
    title="Dates have a year that can be meant",
    publisher="Correct {path}: {found} is no date that can be meant. Leave the field out where the date is not "
    "known.",
    reader="{path} is {found}, which stands for “not known”. The date is left out of every figure.",
)

_ENDS = ("startDate", "endDate", "maxExtentDate")


def look(process: Process) -> Outcome:
    """Look at the dates of the release, its tender, lots, awards and contracts."""
    absurd: list[tuple[str, Positions, object]] = []
    dates = 0
    for path, at, period in process.periods:
        for end in _ENDS:
            if end in period:
                dates += 1
                if is_absurd(period[end]):
                    absurd.append((f"{path}.{end}", at, period[end]))
    for path, name, parents in (
        ("date", "date", [process.compiled]),
        ("awards.date", "date", process.awards),
        ("contracts.dateSigned", "dateSigned", process.contracts),
    ):
        for index, parent in enumerate(parents):
            if name in parent:
                dates += 1
                if is_absurd(parent[name]):
                    absurd.append((path, (index,), parent[name]))
    if not dates:
        return "there are no dates"
    return [process.problem(RULE, path, found=found, at=at) for path, at, found in absurd] or None


CHECK = Check(RULE, look)
