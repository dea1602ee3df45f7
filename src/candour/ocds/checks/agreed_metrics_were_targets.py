"""Every metric agreed in an award or contract was a target of the tender, where the tender set targets."""

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import identifier, objects
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="agreed-metrics-were-targets",
    level="warning",
    title="Agreed metrics were targets of the tender",
    publisher="Use the same metric id in tender.targets and {path}, so that a promise can be followed: {found} was "
    "agreed and is no target.",
    reader="The metric {found} was agreed but not asked for under that id. It may be new, or the same promise under "
    "another name, so what was asked and what was agreed cannot be compared.",
)


def look(process: Process) -> Outcome:
    """Look up each agreed metric among the targets."""
    targets = {identifier(metric.get("id")) for metric in objects(process.tender.get("targets"))}
    if not targets:
        return "the tender sets no targets"
    problems: list[Problem] = []
    agreed = 0
    for name, entries in (("awards", process.awards), ("contracts", process.contracts)):
        path = f"{name}.agreedMetrics.id"
        for index, entry in enumerate(entries):
            for metric_index, metric in enumerate(objects(entry.get("agreedMetrics"))):
                agreed += 1
                found = identifier(metric.get("id"))
                if found and found not in targets:
                    at = (index, metric_index)
                    problems.append(process.problem(RULE, path, found=found, at=at))
    return problems or (None if agreed else "no metrics are agreed")


CHECK = Check(RULE, look)
