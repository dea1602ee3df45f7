"""Every observation that gives a numerator gives the denominator that it is out of."""

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import number
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="numerators-have-denominators",
    level="warning",
    title="Numerators have denominators",
    publisher="Publish the denominator beside {path} ({found}), and in denominatorOf what it counts.",
    reader="{path} is {found}, and nothing says out of how many. It cannot be compared with any other.",
)


def look(process: Process) -> Outcome:
    """Look for the denominator of each numerator."""
    problems: list[Problem] = []
    numerators = 0
    for path, at, observation in process.observations:
        if "numerator" in observation and (found := number(observation["numerator"])) is not None:
            numerators += 1
            if number(observation.get("denominator")) is None:
                problems.append(process.problem(RULE, f"{path}.numerator", found=found, at=at))
    return problems or (None if numerators else "no observation gives a numerator")


CHECK = Check(RULE, look)
