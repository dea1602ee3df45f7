"""An organisation referred to by id and name has the name that it has among the parties."""

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="references-name-the-party",
    level="warning",
    title="An organisation has one name in a process",
    publisher="Write one name for one id: {path} is {found}, and the party with that id is {expected}. If they are "
    "two organisations, give each an id of its own.",
    reader="{path} is {found}, but the party with that id is {expected}. It may be one organisation under two "
    "names, or two under one id: look at its identifier.",
)

_LEAD = 40


def look(process: Process) -> Outcome:
    """Compare names without capitals and spacing; who is not among the parties is another rule's matter."""
    parties = process.parties
    problems: list[Problem] = []
    compared = 0
    for path, at, key, reference in process.references:
        if key not in parties or "name" not in reference:
            continue
        found, expected = reference["name"], parties[key].get("name")
        if found and expected and type(found) is str and type(expected) is str:
            compared += 1
            if found != expected and _folded(found) != _folded(expected):
                found, expected = _apart(found, expected)
                problems.append(process.problem(RULE, f"{path}.name", found=found, expected=expected, at=at))
    return problems or (None if compared else "no organisation is referred to by both id and name")


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _apart(one: str, other: str) -> tuple[str, str]:
    """The two names from shortly before they differ: messages show the beginning of a text alone."""
    differ = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    start = differ - _LEAD
    return (f"…{one[start:]}", f"…{other[start:]}") if start > 0 else (one, other)


CHECK = Check(RULE, look)
