"""Every release that an amendment says it changes or comes with is a release of the process that we received."""

from collections.abc import Iterator

from candour.ocds.checks.process import Positions, Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import identifier, objects
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="amendments-name-releases",
    level="warning",
    title="Amendments name releases that exist",
    publisher="Correct {path}, or publish the release: this process has no release with the id {found}.",
    reader="An amendment refers to the release {found}, which is not here. What was changed cannot be seen in full.",
)

_NAMES = ("amendsReleaseID", "releaseID")


def look(process: Process) -> Outcome:
    """Look up each release id."""
    problems: list[Problem] = []
    references = 0
    releases: set[str] | None = None
    for path, at, found in _references(process):
        references += 1
        if releases is None:
            releases = {identifier(release.get("id")) for release in process.releases}
        if found not in releases:
            problems.append(process.problem(RULE, path, found=found, at=at))
    return problems or (None if references else "no amendment names a release")


def _references(process: Process) -> Iterator[tuple[str, Positions, str]]:
    for path, at, parent in process.holders:
        if "amendments" in parent:
            for index, amendment in enumerate(objects(parent["amendments"])):
                for name in _NAMES:
                    if found := identifier(amendment.get(name)):
                        yield f"{path}.amendments.{name}", (*at, index), found


CHECK = Check(RULE, look)
