"""No amount is nought, less than nought, or a placeholder of 0.01 or 1."""

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import number
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="amounts-are-meant",
    level="warning",
    title="Amounts are amounts",
    publisher="Give the real amount in {path}, or leave it out: {found} stands for “not known” or “not said”.",
    reader="{path} is {found}, which is not an amount that somebody pays. It is treated as not reported, never as "
    "nought.",
)

_PLACEHOLDERS = (0.01, 1)


def look(process: Process) -> Outcome:
    """Look at the value of each stage."""
    problems: list[Problem] = []
    amounts = 0
    for path, at, value in process.values:
        found = number(value.get("amount"))
        if found is None:
            continue
        amounts += 1
        if found <= 1 and (found <= 0 or found in _PLACEHOLDERS):
            problems.append(process.problem(RULE, f"{path}.amount", found=found, at=at))
    return problems or (None if amounts else "there are no amounts")


CHECK = Check(RULE, look)
