"""Every active award, or the contracts under it, has a value."""

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import identifier, number
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="active-awards-have-values",
    level="warning",
    title="Awards say what they are worth",
    publisher="Publish awards.value with amount and currency: the award {found} is active and neither it nor its "
    "contracts have a value.",
    reader="Nothing says what the award {found} is worth. It is missing from every figure about money: it is "
    "not worth nought.",
)

_AMOUNTS = ("amount", "amountGross")


def look(process: Process) -> Outcome:
    """Look for an amount, with or without tax, in each active award and then in its contracts."""
    problems: list[Problem] = []
    active = 0
    for index, award in enumerate(process.awards):
        if award.get("status") != "active":
            continue
        active += 1
        if not _has_amount(award.get("value")) and not _contracts_have(process, identifier(award.get("id"))):
            found, at = identifier(award.get("id")) or "without an id", (index,)
            problems.append(process.problem(RULE, "awards.value", found=found, at=at))
    return problems or (None if active else "there is no active award")


def _has_amount(value: object) -> bool:
    return type(value) is dict and any(number(value.get(name)) is not None for name in _AMOUNTS)


def _contracts_have(process: Process, award_id: str) -> bool:
    return any(
        identifier(contract.get("awardID")) == award_id and _has_amount(contract.get("value"))
        for contract in process.contracts
    )


CHECK = Check(RULE, look)
