"""The tender's value is between half the budget and one and a half times the budget."""

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import amount, currency
from candour.ocds.problems import Rule

RULE = Rule(
    id="tender-is-within-budget",
    level="warning",
    title="The tender is in proportion to its budget",
    publisher="Check {path}, which is {found}, against planning.budget.amount, which is {expected}. If the budget is "
    "for one year or for a part, say so in planning.budget.description.",
    reader="The tender is worth {found} where {expected} was budgeted. The budget may be for one year or for a part, "
    "or an amount is wrong: do not take the difference for a saving or an overrun.",
)

TOLERANCE = 0.5


def look(process: Process) -> Outcome:
    """Compare amounts above 1 in one currency."""
    budget = process.planning.get("budget")
    if type(budget) is not dict:
        return "no budget is published"
    value, planned = process.tender.get("value"), budget.get("amount")
    found, expected = amount(value), amount(planned)
    if found is None or expected is None or currency(value) != currency(planned):
        return "budget and tender have no amounts in the same currency"
    if abs(found - expected) <= expected * TOLERANCE:
        return None
    return [process.problem(RULE, "tender.value.amount", found=found, expected=str(expected))]


CHECK = Check(RULE, look)
