"""The transactions of a contract do not add up to more than its value, give or take 1%."""

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import amount, currency, objects
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="transactions-are-within-contract",
    level="warning",
    title="Payments are within the contract's value",
    publisher="Check the transactions, which add up to {found}, against contracts.value.amount, {expected}. If the "
    "contract was extended, publish its new value in an amendment.",
    reader="{found} has been paid under a contract worth {expected}. It was extended without saying so, or an amount "
    "is wrong.",
)

TOLERANCE = 1.01


def look(process: Process) -> Outcome:
    """Add up, contract by contract, the transactions that are in the contract's currency."""
    problems: list[Problem] = []
    compared = 0
    for index, contract in enumerate(process.contracts):
        implementation = contract.get("implementation")
        value = contract.get("value")
        worth = amount(value)
        if type(implementation) is not dict or worth is None:
            continue
        unit = currency(value)
        payments = [payment.get("value") for payment in objects(implementation.get("transactions"))]
        paid = sum(amount(payment) or 0 for payment in payments if currency(payment) == unit)
        if paid:
            compared += 1
            if paid > worth * TOLERANCE:
                path = "contracts.implementation.transactions.value.amount"
                at = (index,)
                found, expected = f"{paid:.2f}", f"{worth:.2f}"
                problems.append(process.problem(RULE, path, found=found, expected=expected, at=at))
    return problems or (None if compared else "no contract has both a value and transactions in its currency")


CHECK = Check(RULE, look)
