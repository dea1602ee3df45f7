"""A release tagged planning, tender, award, contract or implementation holds what its tag says."""

from typing import Any

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import objects
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="tags-agree-with-content",
    level="warning",
    title="Tags agree with content",
    publisher="Publish {expected} in the release that is tagged “{found}”, or correct its tag.",
    reader="A release is tagged “{found}” but has no {expected}. Do not count stages by tag for this publisher.",
)

_CONTENT = {
    "planning": "planning",
    "tender": "tender",
    "award": "awards",
    "contract": "contracts",
    "implementation": "contracts.implementation",
}


def look(process: Process) -> Outcome:
    """Look at every tag that announces content; updates and cancellations may leave it out."""
    problems: list[Problem] = []
    tags = 0
    for index, release in enumerate(process.releases):
        tag = release.get("tag")
        if type(tag) is not list:
            continue
        for stage in tag:
            expected = _CONTENT.get(stage) if type(stage) is str else None
            if expected is not None:
                tags += 1
                if not _holds(release, stage):
                    problems.append(process.problem(RULE, "tag", found=stage, expected=expected, release=index))
    return problems or (None if tags else "no release has a tag that announces content")


def _holds(release: dict[str, Any], stage: str) -> bool:
    if stage == "implementation":
        return any(contract.get("implementation") for contract in objects(release.get("contracts")))
    return bool(release.get(_CONTENT[stage]))


CHECK = Check(RULE, look)
