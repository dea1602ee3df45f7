"""Nothing that is cancelled, unsuccessful, withdrawn or pending has led to an award, a contract or payments."""

from candour.ocds.checks.process import Object, Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import identifier, objects
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="statuses-agree-with-content",
    level="warning",
    title="Statuses agree with what came of them",
    publisher="Bring {path} up to date: it is “{found}”, although {expected}. If the status is right, correct what "
    "contradicts it.",
    reader="{path} says “{found}”, although {expected}. One of the two is wrong or out of date: do not count by this "
    "status.",
)

_ENDED = frozenset(("cancelled", "unsuccessful", "withdrawn"))
# A pending contract may stand under a pending award: both are proposed.
_CONTRADICTED = {
    "pending": ("active", "terminated", None),
    "cancelled": ("pending", "active", "terminated", None),
    "unsuccessful": ("pending", "active", "terminated", None),
}
_NOT_IN_FORCE = frozenset(("pending", "cancelled"))


def look(process: Process) -> Outcome:
    """Hold each status against the next stage; a planned tender with an award is another rule's matter."""
    awards, contracts = process.awards, process.contracts
    if not awards and not contracts:
        return "there are no awards or contracts"
    problems: list[Problem] = []
    status = process.tender.get("status")
    if type(status) is str and status in _ENDED and any(award.get("status") == "active" for award in awards):
        problems.append(process.problem(RULE, "tender.status", found=status, expected="an award is active"))
    for index, contract in enumerate(contracts):
        status = contract.get("status")
        if type(status) is str and status in _NOT_IN_FORCE and _is_paid(contract):
            path, expected, at = "contracts.status", "it has transactions", (index,)
            problems.append(process.problem(RULE, path, found=status, expected=expected, at=at))
    for index, award in enumerate(awards) if contracts else ():
        status = award.get("status")
        if type(status) is str and status in _CONTRADICTED and (expected := _under(award, status, contracts)):
            problems.append(process.problem(RULE, "awards.status", found=status, expected=expected, at=(index,)))
    return problems or None


def _under(award: Object, status: str, contracts: list[Object]) -> str:
    """What contradicts the award's status: the first contract under it that is more than the award."""
    award_id = identifier(award.get("id"))
    for contract in contracts:
        if award_id and identifier(contract.get("awardID")) == award_id:
            own = contract.get("status")
            if own in _CONTRADICTED[status]:
                return f"a contract under it is “{own}”" if own else "a contract is under it"
    return ""


def _is_paid(contract: Object) -> bool:
    implementation = contract.get("implementation")
    return type(implementation) is dict and bool(objects(implementation.get("transactions")))


CHECK = Check(RULE, look)
