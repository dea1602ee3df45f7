"""No two releases of a process share an id and yet say different things."""

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import identifier
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="release-ids-are-unique",
    level="error",
    title="A release never changes once it is published",
    publisher="Publish what changed as a new release with a new id and date: the release id {found} stands for "
    "different content in different places.",
    reader="Two releases with the id {found} say different things. Which of them holds is not known, so what is "
    "shown may be the older one.",
)


def look(process: Process) -> Outcome:
    """Compare releases that share an id; exact repetitions are harmless."""
    if len(process.releases) < 2:
        return "there is only one release"
    seen: dict[str, dict[str, object]] = {}
    problems: list[Problem] = []
    for index, release in enumerate(process.releases):
        found = identifier(release.get("id"))
        if found and seen.setdefault(found, release) != release:
            problems.append(process.problem(RULE, "id", found=found, release=index))
    return problems or (None if seen else "no release has an id")


CHECK = Check(RULE, look)
