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
    """Count the buyers' ids. The name stands in for a missing id, but never counts beside an id: names vary."""
    if len(process.releases) < 2:
        return "there is only one release"
    ids, names = set(), set()
    for release in process.releases:
        buyer = release.get("buyer")
        if type(buyer) is dict:
            if found := identifier(buyer.get("id")):
                ids.add(found)
            elif type(name := buyer.get("name")) is str and name:
                names.add(name)
    buyers = ids or names
    if not buyers:
        return "no release names its buyer"
    return [process.problem(RULE, "buyer.id", found=len(buyers))] if len(buyers) > 1 else None


CHECK = Check(RULE, look)
