"""Where a contract reports metrics, each metric that was agreed for it is among them."""

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import identifier, objects
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="agreed-metrics-are-reported",
    level="note",
    title="Agreed metrics are reported",
    publisher="Report the agreed metric {found} under the same id in contracts.implementation.metrics, or say there "
    "why it is not measured.",
    reader="The metric {found} was agreed, and other metrics of the contract are reported, but not this one. That is "
    "not a bad result: it is not known.",
)


def look(process: Process) -> Outcome:
    """Look for each agreed metric among those reported for the same contract."""
    problems: list[Problem] = []
    compared = 0
    for index, contract in enumerate(process.contracts):
        implementation = contract.get("implementation")
        if type(implementation) is not dict:
            continue
        reported = {identifier(metric.get("id")) for metric in objects(implementation.get("metrics"))}
        agreed = objects(contract.get("agreedMetrics"))
        if not reported or not agreed:
            continue
        compared += 1
        for metric_index, metric in enumerate(agreed):
            found = identifier(metric.get("id"))
            if found and found not in reported:
                at = (index, metric_index)
                problems.append(process.problem(RULE, "contracts.agreedMetrics.id", found=found, at=at))
    return problems or (None if compared else "no contract has both agreed and reported metrics")


CHECK = Check(RULE, look)
