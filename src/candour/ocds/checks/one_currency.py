"""Tender, lots, awards and contracts of a process have the same currency."""

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import currency
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="one-currency",
    level="warning",
    title="One process, one currency",
    publisher="Correct {path}, or say why it is in {found} where the process began in {expected}.",
    reader="{path} is in {found}, but the process began in {expected}. Its amounts are never added to or compared "
    "with one another.",
)


def look(process: Process) -> Outcome:
    """Compare each currency with the first one."""
    problems: list[Problem] = []
    first = ""
    for path, at, value in process.values:
        found = currency(value)
        if not first:
            first = found
        elif found and found != first:
            problems.append(process.problem(RULE, f"{path}.currency", found=found, expected=first, at=at))
    return problems or (None if first else "no amount has a currency")


CHECK = Check(RULE, look)
