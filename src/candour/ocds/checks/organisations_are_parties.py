"""Every organisation referred to by id (buyer, procuring entity, supplier, tenderer) is among the parties."""

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.problems import Rule

RULE = Rule(
    id="organisations-are-parties",
    level="error",
    title="Organisations referred to are among the parties",
    publisher="Add the organisation {found} to parties, or correct {path}: nothing among the parties has that id.",
    reader="{path} points to an organisation, {found}, about which nothing is said. Its identifier, address and size "
    "are not known, so it is missing from figures that use them.",
)


def look(process: Process) -> Outcome:
    """Look up each reference."""
    references, parties = process.references, process.parties
    if not references:
        return "no organisation is referred to by its id"
    return [
        process.problem(RULE, f"{path}.id", found=found, at=at)
        for path, at, found, _ in references
        if found not in parties
    ] or None


CHECK = Check(RULE, look)
