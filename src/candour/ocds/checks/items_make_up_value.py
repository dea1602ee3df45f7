"""Quantity times unit price of the items makes up the value they stand under, within a factor of ten."""

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import amount, currency, number, objects
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="items-make-up-value",
    level="warning",
    title="Items make up the value",
    publisher="Check the items' quantities and unit prices, which make {found}, against {path}, which is {expected}.",
    reader="Quantities and unit prices make {found}, but {path} says {expected}. A unit price or a quantity is "
    "probably wrong: do not use the unit prices.",
)

FACTOR = 10


def look(process: Process) -> Outcome:
    """Compare only where every item has a quantity and a unit price in the currency of the value."""
    problems: list[Problem] = []
    compared = 0
    for path, at, parent in process.holders:
        value = parent.get("value")
        expected = amount(value) if "items" in parent else None
        made = _made(parent["items"], currency(value)) if expected is not None else None
        if made is None or expected is None:
            continue
        compared += 1
        if not expected / FACTOR <= made <= expected * FACTOR:
            path = f"{path}.value.amount"
            problem = process.problem(RULE, path, found=f"{made:.2f}", expected=f"{expected:.2f}", at=at)
            problems.append(problem)
    return problems or (None if compared else "no value has items with quantities and unit prices throughout")


def _made(items: object, unit: str) -> float | None:
    total: float = 0
    for item in objects(items):
        quantity, measure = number(item.get("quantity")), item.get("unit")
        value = measure.get("value") if type(measure) is dict else None
        price = number(value.get("amount")) if type(value) is dict else None
        if quantity is None or price is None or price <= 0 or currency(value) != unit:
            return None
        total += quantity * price
    return total or None


CHECK = Check(RULE, look)
