"""Every active award names at least one supplier."""

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import identifier, objects
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="active-awards-have-suppliers",
    level="error",
    title="Awards say who won",
    publisher="Name the winner in awards.suppliers, with an id that is among the parties: the award {found} is "
    "active and names nobody.",
    reader="The award {found} does not say who won. It counts as an award, but for no provider.",
)


def look(process: Process) -> Outcome:
    """Look at the awards whose status is active; pending and unsuccessful ones need no supplier yet."""
    problems: list[Problem] = []
    active = 0
    for index, award in enumerate(process.awards):
        if award.get("status") == "active":
            active += 1
            if not objects(award.get("suppliers")):
                found, at = identifier(award.get("id")) or "without an id", (index,)
                problems.append(process.problem(RULE, "awards.suppliers", found=found, at=at))
    return problems or (None if active else "there is no active award")


CHECK = Check(RULE, look)
