"""The number of tenderers is that of the tenderers who are named."""

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import number, objects
from candour.ocds.problems import Rule

RULE = Rule(
    id="numbers-of-tenderers-agree",
    level="warning",
    title="The tenderers are as many as is said",
    publisher="Correct {path}, which is {found}, or tender.tenderers, which names {expected}. If some are not named "
    "on purpose, say so in the description of the tender.",
    reader="{path} is {found}, but tender.tenderers names {expected}. How many bid is not known: do not judge by "
    "it how much competition there was.",
)


def look(process: Process) -> Outcome:
    """Compare only where somebody is named: an empty list says nothing."""
    tender = process.tender
    if "numberOfTenderers" not in tender or "tenderers" not in tender:
        return "the tender does not give both tenderers and their number"
    said, named = number(tender["numberOfTenderers"]), len(objects(tender["tenderers"]))
    if said is None or not named:
        return "the tender does not give both tenderers and their number"
    if said == named:
        return None
    return [process.problem(RULE, "tender.numberOfTenderers", found=said, expected=str(named))]


CHECK = Check(RULE, look)
