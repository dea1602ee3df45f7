"""The active awards do not add up to more than one and a half times the tender's value."""

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import amount, currency
from candour.ocds.problems import Rule

RULE = Rule(
    id="awards-are-within-tender",
    level="warning",
    title="Awards are in proportion to the tender",
    publisher="Check awards.value.amount: active awards add up to {found}, more than one and a half times the "
    "tender's {expected}. If each award repeats the value of a whole framework, say so, or give each its share.",
    reader="The awards add up to {found} where the tender was worth {expected}. Often each supplier on a framework "
    "repeats the value of the whole: do not add them up.",
)

TOLERANCE = 1.5


def look(process: Process) -> Outcome:
    """Add up the active awards that are in the tender's currency."""
    value = process.tender.get("value")
    tendered = amount(value)
    if tendered is None:
        return "the tender has no value above 1"
    unit = currency(value)
    total: float = 0
    for award in process.awards:
        if award.get("status") == "active" and "value" in award:
            found = amount(award["value"])
            if found is not None and currency(award["value"]) == unit:
                total += found
    if not total:
        return "no active award has a value in the tender's currency"
    if total <= tendered * TOLERANCE:
        return None
    return [process.problem(RULE, "awards.value.amount", found=f"{total:.2f}", expected=f"{tendered:.2f}")]


CHECK = Check(RULE, look)
