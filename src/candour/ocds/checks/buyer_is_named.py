"""Every process names its buyer."""

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.problems import Rule

RULE = Rule(
    id="buyer-is-named",
    level="error",
    title="The buyer is named",
    publisher="Publish buyer, with the id and name of an organisation that is among the parties.",
    reader="Nothing says who buys. The process is missing from every comparison of councils.",
)


def look(process: Process) -> Outcome:
    """Look for a buyer with an id or a name, for the process or for each of its awards."""
    if _is_named(process.compiled.get("buyer")):
        return None
    if process.awards and all(_is_named(award.get("buyer")) for award in process.awards):
        return None
    return [process.problem(RULE, "buyer", found="nothing")]


def _is_named(buyer: object) -> bool:
    return type(buyer) is dict and bool(buyer.get("id") or buyer.get("name"))


CHECK = Check(RULE, look)
