"""A tender that is awarded directly has no more than one tenderer."""

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import number, objects
from candour.ocds.problems import Rule

RULE = Rule(
    id="direct-awards-have-one-tenderer",
    level="warning",
    title="Direct awards have one tenderer",
    publisher="Was this a direct award? tender.procurementMethod says so, and {path} gives {found} tenderers. If "
    "they competed, correct the method. If each was taken onto a list from which people choose, say so in "
    "tender.procurementMethodRationale.",
    reader="The award is called direct, and {path} gives {found} tenderers. Ask whether they competed, or whether "
    "each was taken onto a list from which people choose: both happen in social care.",
)


def look(process: Process) -> Outcome:
    """Count the tenderers, named or not."""
    tender = process.tender
    if tender.get("procurementMethod") != "direct":
        return "the tender is not a direct award"
    named, counted = len(objects(tender.get("tenderers"))), number(tender.get("numberOfTenderers"))
    if not named and counted is None:
        return "nothing says how many tenderers there were"
    if named > 1:
        return [process.problem(RULE, "tender.tenderers", found=named)]
    if counted is not None and counted > 1:
        return [process.problem(RULE, "tender.numberOfTenderers", found=counted)]
    return None


CHECK = Check(RULE, look)
