"""No observation says that its value is missing and gives it all the same."""

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="missing-values-are-missing",
    level="error",
    title="What is said to be missing is not there",
    publisher="Take {path} out, or correct the state: it is “{found}”, which says that there is no value to show. If "
    "the value was withheld to protect somebody, it has now been published: tell those concerned.",
    reader="{path} is given although its observation is said to be “{found}”. One of the two is wrong; do not use "
    "the value.",
)

_STATES = frozenset(("suppressed", "notComputable", "notReported"))
_VALUES = ("measure", "value")


def look(process: Process) -> Outcome:
    """Look at each observation whose state says that it has no value; a withheld one has no numerator either."""
    problems: list[Problem] = []
    missing = 0
    for path, at, observation in process.observations:
        state = observation.get("state")
        if type(state) is not str or state not in _STATES:
            continue
        missing += 1
        for name in (*_VALUES, "numerator") if state == "suppressed" else _VALUES:
            if observation.get(name) is not None:
                problems.append(process.problem(RULE, f"{path}.{name}", found=state, at=at))
    return problems or (None if missing else "no observation is said to be without a value")


CHECK = Check(RULE, look)
