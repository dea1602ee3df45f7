"""Within one release, no two parties, awards, contracts, lots, items, documents, milestones or bids share an id."""

from operator import itemgetter
from typing import Any, TypeGuard

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import identifier, objects
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="ids-are-unique",
    level="error",
    title="Ids within a list are unique",
    publisher="Give each entry of {path} an id of its own: {found} is used more than once in one release, and when "
    "releases are merged only one of the entries survives.",
    reader="Some entries of {path} share the id {found}. One of them may be missing from what you see, together with "
    "its amounts.",
)

_ID = itemgetter("id")
_INSIDE = ("items", "documents", "milestones", "transactions")


def look(process: Process) -> Outcome:
    """Look at each release: in a compiled release the second entry is already gone."""
    problems: list[Problem] = []
    for index, release in enumerate(process.releases):
        for path, array in _repeating(release):
            problems.extend(process.problem(RULE, path, found=found, release=index) for found in _shared(array))
    return problems or (None if process.releases else "there is no release")


def _repeating(release: dict[str, Any]) -> list[tuple[str, list[Any]]]:
    """The lists in which the ids may not be all different."""
    found: list[tuple[str, list[Any]]] = []
    if _may_repeat(array := release.get("parties")):
        found.append(("parties", array))
    for name in ("awards", "contracts"):
        if name in release:
            if _may_repeat(array := release[name]):
                found.append((name, array))
            for entry in objects(array):
                _look_inside(name, entry, found)
                if "implementation" in entry and type(entry["implementation"]) is dict:
                    _look_inside(f"{name}.implementation", entry["implementation"], found)
    planning, tender = release.get("planning"), release.get("tender")
    if type(planning) is dict:
        _look_inside("planning", planning, found)
    if type(tender) is dict:
        _look_inside("tender", tender, found)
        if _may_repeat(array := tender.get("lots")):
            found.append(("tender.lots", array))
    bids = release.get("bids")
    if type(bids) is dict and _may_repeat(array := bids.get("details")):
        found.append(("bids.details", array))
    return found


def _look_inside(path: str, parent: dict[str, Any], found: list[tuple[str, list[Any]]]) -> None:
    for name in _INSIDE:
        if name in parent and _may_repeat(array := parent[name]):
            found.append((f"{path}.{name}", array))


def _may_repeat(array: object) -> TypeGuard[list[Any]]:
    if type(array) is not list or len(array) < 2:
        return False
    try:
        return len({*map(_ID, array)}) < len(array)
    except (KeyError, TypeError):
        return True  # an entry without an id, or whose id is no id


def _shared(array: list[Any]) -> list[str]:
    ids = [found for entry in array if type(entry) is dict and (found := identifier(entry.get("id")))]
    return sorted({found for found in ids if ids.count(found) > 1})


CHECK = Check(RULE, look)
