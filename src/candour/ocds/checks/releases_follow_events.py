"""No award, contract signature or transaction is dated after the last release, which reports it."""

from collections.abc import Iterator

from candour.ocds.checks.process import Positions, Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import day, objects
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="releases-follow-events",
    level="warning",
    title="Releases report what has happened",
    publisher="Correct {path} ({found}), or the date of the release ({expected}): a release cannot report what has "
    "not yet happened. For something planned, use a milestone.",
    reader="{path} is {found}, later than the release that says so ({expected}). It may be a plan rather than an "
    "event.",
)


def look(process: Process) -> Outcome:
    """Compare each event's day with the day of the compiled release, which is that of the last release."""
    released = process.released
    if not released:
        return "the release has no date"
    problems: list[Problem] = []
    events = 0
    for path, at, value in _events(process):
        if happened := day(value):
            events += 1
            if happened > released:
                problems.append(process.problem(RULE, path, found=happened, expected=released, at=at))
    return problems or (None if events else "no award, signature or transaction has a date")


def _events(process: Process) -> Iterator[tuple[str, Positions, object]]:
    for index, award in enumerate(process.awards):
        if "date" in award:
            yield "awards.date", (index,), award["date"]
    for index, contract in enumerate(process.contracts):
        if "dateSigned" in contract:
            yield "contracts.dateSigned", (index,), contract["dateSigned"]
        implementation = contract.get("implementation")
        if type(implementation) is dict:
            for number, transaction in enumerate(objects(implementation.get("transactions"))):
                path = "contracts.implementation.transactions.date"
                at = (index, number)
                yield path, at, transaction.get("date")


CHECK = Check(RULE, look)
