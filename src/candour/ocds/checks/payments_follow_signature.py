"""No payment is dated before the day on which its contract was signed."""

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import day, objects
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="payments-follow-signature",
    level="warning",
    title="Payments follow the signature",
    publisher="Correct {path} ({found}) or contracts.dateSigned ({expected}): the payment comes before the contract. "
    "If care began before the contract was signed, say so in its description.",
    reader="{path} is {found}, before the contract was signed on {expected}. One of the dates is wrong, or care "
    "began before there was a contract.",
)

_PATH = "contracts.implementation.transactions.date"


def look(process: Process) -> Outcome:
    """Compare the day of each transaction with that of the signature."""
    problems: list[Problem] = []
    compared = 0
    for index, contract in enumerate(process.contracts):
        if "implementation" not in contract or type(contract["implementation"]) is not dict:
            continue
        transactions = objects(contract["implementation"].get("transactions"))
        signed = day(contract.get("dateSigned"))
        if not transactions or not signed:
            continue
        for place, transaction in enumerate(transactions):
            if paid := day(transaction.get("date")):
                compared += 1
                if paid < signed:
                    at = (index, place)
                    problems.append(process.problem(RULE, _PATH, found=paid, expected=signed, at=at))
    return problems or (None if compared else "no contract has both a signature date and dated payments")


CHECK = Check(RULE, look)
