"""No award or contract differs from the stage before it by a factor of about 100 or 1,000."""

from candour.ocds.checks.process import Positions, Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import amount, currency, identifier
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="amounts-are-not-shifted",
    level="error",
    title="Amounts are not shifted by 100 or 1,000",
    publisher="Check {path}: {found} is about 100 or 1,000 times more or less than {expected} at the stage before. "
    "Pence may have been given for pounds, or thousands for units.",
    reader="{path} is {found}, where the stage before had {expected}: probably one of them is in pence or in "
    "thousands. Rely on neither.",
)

# Five per cent either side of the factor. Real amounts seldom differ by just that much; misplaced points always do.
SHARE = 0.05
FACTORS = (100.0, 1000.0)


def look(process: Process) -> Outcome:
    """Compare each award with the tender, and each contract with its award, within one currency."""
    problems: list[Problem] = []
    compared = 0
    tendered = process.tender.get("value")
    by_id: dict[str, object] = {}
    for index, award in enumerate(process.awards):
        value = award.get("value")
        by_id[identifier(award.get("id"))] = value
        compared += _compare(process, "awards.value.amount", (index,), value, tendered, problems)
    for index, contract in enumerate(process.contracts):
        awarded = by_id.get(identifier(contract.get("awardID")))
        path, at = "contracts.value.amount", (index,)
        compared += _compare(process, path, at, contract.get("value"), awarded, problems)
    return problems or (None if compared else "no two stages have amounts in the same currency")


def _compare(
    process: Process, path: str, at: Positions, value: object, before: object, problems: list[Problem]
) -> bool:
    found, expected = amount(value), amount(before)
    if found is None or expected is None or currency(value) != currency(before):
        return False
    ratio = found / expected if found > expected else expected / found
    if ratio > FACTORS[0] * (1 - SHARE) and any(abs(ratio - factor) <= factor * SHARE for factor in FACTORS):
        problems.append(process.problem(RULE, path, found=found, expected=str(expected), at=at))
    return True


CHECK = Check(RULE, look)
