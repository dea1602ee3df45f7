"""Every workers' share of a rate says what it is a share of."""

from collections.abc import Iterator

from candour.ocds.checks.process import Part, Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import number, objects
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="worker-shares-name-their-whole",
    level="warning",
    title="Workers' shares say of what",
    publisher="Say in workerShareOf what {path} ({found}) is a share of: what the payer pays, what the provider "
    "receives, or what it spends.",
    reader="{path} is {found}, and nothing says of what. Shares of different wholes cannot be compared.",
)


def look(process: Process) -> Outcome:
    """Look at the rates of tender, lots, bids, awards and contracts, agreed or paid."""
    problems: list[Problem] = []
    shares = 0
    for path, at, holder in _holders(process):
        if "rates" not in holder:
            continue
        for index, rate in enumerate(objects(holder["rates"])):
            found = number(rate.get("workerShare"))
            if found is not None:
                shares += 1
                if not rate.get("workerShareOf"):
                    place = (*at, index)
                    problems.append(process.problem(RULE, f"{path}.rates.workerShare", found=found, at=place))
    return problems or (None if shares else "no rate says what share reaches workers")


def _holders(process: Process) -> Iterator[Part]:
    yield from process.holders
    for index, lot in enumerate(process.lots):
        yield "tender.lots", (index,), lot
    for index, bid in enumerate(objects(process.bids.get("details"))):
        yield "bids.details", (index,), bid
    for index, contract in enumerate(process.contracts):
        implementation = contract.get("implementation")
        if type(implementation) is dict:
            yield "contracts.implementation", (index,), implementation


CHECK = Check(RULE, look)
