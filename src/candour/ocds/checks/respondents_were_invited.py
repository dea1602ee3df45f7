"""No more people answered than were asked."""

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import number
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="respondents-were-invited",
    level="error",
    title="Those who answered were asked",
    publisher="Correct {path} or invited beside it: {found} answered of {expected} who were asked.",
    reader="{path} says that {found} answered of {expected} who were asked. One of the numbers is wrong, so how many "
    "answered is not known.",
)


def look(process: Process) -> Outcome:
    """Compare the two numbers of each observation."""
    problems: list[Problem] = []
    compared = 0
    for path, at, observation in process.observations:
        if "respondents" not in observation or "invited" not in observation:
            continue
        answered, asked = number(observation["respondents"]), number(observation["invited"])
        if answered is None or asked is None:
            continue
        compared += 1
        if answered > asked:
            problems.append(process.problem(RULE, f"{path}.respondents", found=answered, expected=asked, at=at))
    return problems or (None if compared else "no observation says how many were asked and how many answered")


CHECK = Check(RULE, look)
