"""All releases of a process name the same buyer."""

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import identifier
from candour.ocds.problems import Rule

RULE = Rule(
    id="one-buyer",
    level="error",
    title="One process, one buyer",
    publisher="Give each procurement an ocid of its own: this ocid is used by {found} different buyers, and when its "
    "releases are merged they overwrite one another.",
    reader="{found} different buyers used this ocid. What you see is a mixture of their procurements; count none of "
    "its figures as one process.",
)


def look(process: Process) -> Outcome:
    """Count buyers; two that share an id or a name are one, since publishers vary in how they write either."""
    if len(process.releases) < 2:
        return "there is only one release"
    buyers: list[set[str]] = []
    last = None
    for release in process.releases:
        buyer = release.get("buyer")
        if type(buyer) is dict and buyer != last and (marks := _marks(buyer)):
            _add(buyers, marks)
            last = buyer
    if not buyers:
        return "no release names its buyer"
    return [process.problem(RULE, "buyer.id", found=len(buyers))] if len(buyers) > 1 else None


def _marks(buyer: dict[str, object]) -> set[str]:
    found, name = identifier(buyer.get("id")), buyer.get("name")
    marks = {f"id {found}"} if found else set()
    if type(name) is str and name:
        marks.add(f"name {name.casefold()}")
    return marks


def _add(buyers: list[set[str]], marks: set[str]) -> None:
    same = [buyer for buyer in buyers if not buyer.isdisjoint(marks)]
    if len(same) == 1:
        same[0] |= marks
    else:
        buyers[:] = [buyer for buyer in buyers if buyer not in same] + [marks.union(*same)]


CHECK = Check(RULE, look)
