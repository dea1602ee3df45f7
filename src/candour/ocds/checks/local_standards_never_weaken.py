"""No local minimum standard asks for less than the national one that it is said to raise."""

from collections.abc import Iterator
from operator import ge, le

from candour.ocds.checks.process import Object, Part, Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import identifier, number, objects
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="local-standards-never-weaken",
    level="error",
    title="Local standards raise and never weaken",
    publisher="Correct {path}: it allows {found} where the national standard that it raises asks for {expected}. A "
    "local standard may ask for more, never for less.",
    reader="{path} allows {found}, less than the national standard that it refers to ({expected}). The national one "
    "still holds.",
)

_ALLOWED = {"atLeast": ge, "atMost": le}


def look(process: Process) -> Outcome:
    """Hold each local floor against the national one, where both are numbers in the same direction and unit."""
    problems: list[Problem] = []
    compared = 0
    general = _by_id(objects(process.tender.get("minimumStandards")))
    for path, at, holder in _holders(process):
        if "minimumStandards" not in holder:
            continue
        standards = objects(holder["minimumStandards"])
        known = {**general, **_by_id(standards)}
        for index, standard in enumerate(standards):
            raised = known.get(identifier(standard.get("raises")))
            verdict = _keeps(standard, raised) if raised is not None else None
            if raised is None or verdict is None:
                continue
            compared += 1
            if not verdict:
                where, place = f"{path}.minimumStandards.floor", (*at, index)
                found, expected = standard["floor"], raised["floor"]
                problems.append(process.problem(RULE, where, found=found, expected=expected, at=place))
    return problems or (None if compared else "no local standard raises a national one that is published")


def _by_id(standards: list[Object]) -> dict[str, Object]:
    return {identifier(standard.get("id")): standard for standard in standards}


def _keeps(local: Object, national: Object) -> bool | None:
    """Whether the local floor keeps the national one; None where the two cannot be compared."""
    own, other = number(local.get("floor")), number(national.get("floor"))
    direction = national.get("direction")
    allowed = _ALLOWED.get(direction) if type(direction) is str else None
    if own is None or other is None or allowed is None:
        return None
    same = direction == local.get("direction") and local.get("unit") == national.get("unit")
    return allowed(own, other) if same else None


def _holders(process: Process) -> Iterator[Part]:
    yield from process.holders
    for index, lot in enumerate(process.lots):
        yield "tender.lots", (index,), lot


CHECK = Check(RULE, look)
