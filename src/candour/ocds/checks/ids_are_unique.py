"""Within one release, no two parties, awards, contracts, lots, items, documents, milestones or bids share an id."""

from typing import Any

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

_INSIDE = ("items", "documents", "milestones")


def look(process: Process) -> Outcome:
    """Look at each release: in a compiled release the second entry is already gone."""
    problems: list[Problem] = []
    for index, release in enumerate(process.releases):
        for path, array in _long_lists(release):
            problems.extend(process.problem(RULE, path, found=found, release=index) for found in _shared(array))
    return problems or (None if process.releases else "there is no release")


def _long_lists(release: dict[str, Any]) -> list[tuple[str, list[Any]]]:
    """The lists with more than one entry."""
    lists: list[tuple[str, object]] = [("parties", release.get("parties"))]
    parents: list[tuple[str, dict[str, Any]]] = []
    for name in ("awards", "contracts"):
        if name in release:
            lists.append((name, release[name]))
            parents += [(name, entry) for entry in objects(release[name])]
    tender = release.get("tender")
    if type(tender) is dict:
        parents.append(("tender", tender))
        lists.append(("tender.lots", tender.get("lots")))
    bids = release.get("bids")
    if type(bids) is dict:
        lists.append(("bids.details", bids.get("details")))
    for path, parent in parents:
        lists += [(f"{path}.{name}", parent[name]) for name in _INSIDE if name in parent]
    return [(path, array) for path, array in lists if type(array) is list and len(array) > 1]


def _shared(array: list[Any]) -> list[str]:
    try:
        if len({entry["id"] for entry in array}) == len(array):
            return []
    except (KeyError, TypeError):
        pass  # an entry without an id, or whose id is no id: look again, more slowly
    ids = [found for entry in array if type(entry) is dict and (found := identifier(entry.get("id")))]
    return sorted({found for found in ids if ids.count(found) > 1})


CHECK = Check(RULE, look)
