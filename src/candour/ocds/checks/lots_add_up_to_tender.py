"""The values of the lots do not add up to more than the tender's value, give or take 1%."""

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import amount, currency
from candour.ocds.problems import Rule

RULE = Rule(
    id="lots-add-up-to-tender",
    level="warning",
    title="Lots add up to no more than the tender",
    publisher="Correct the lots' values, which add up to {found}, or tender.value.amount, which is {expected}.",
    reader="The lots add up to {found}, but the whole tender is said to be worth {expected}. Use neither as the "
    "price.",
)

TOLERANCE = 1.01


def look(process: Process) -> Outcome:
    """Add up only where every lot has a value in the tender's currency."""
    if not process.lots:
        return "the tender has no lots"
    value = process.tender.get("value")
    whole = amount(value)
    if whole is None:
        return "the tender has no value above 1"
    total: float = 0
    unit = currency(value)
    for lot in process.lots:
        part = lot.get("value")
        found = amount(part)
        if found is None or currency(part) != unit:
            return "not every lot has a value in the tender's currency"
        total += found
    if total <= whole * TOLERANCE:
        return None
    problem = process.problem(RULE, "tender.lots.value.amount", found=f"{total:.2f}", expected=f"{whole:.2f}")
    return [problem]


CHECK = Check(RULE, look)
