"""Every bid that an award or contract refers to is among the bids."""

from collections.abc import Iterator

from candour.ocds.checks.process import Positions, Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import identifier, objects
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="related-bids-exist",
    level="error",
    title="Bids referred to exist",
    publisher="Correct {path}, or publish the bid in bids.details: no bid has the id {found}.",
    reader="{path} refers to a bid, {found}, that is not published. The award cannot be held against what was "
    "offered.",
)


def look(process: Process) -> Outcome:
    """Look up each reference to a bid."""
    problems: list[Problem] = []
    references = 0
    bids: set[str] | None = None
    for path, at, found in _references(process):
        references += 1
        if bids is None:
            bids = {identifier(bid.get("id")) for bid in objects(process.bids.get("details"))}
        if found not in bids:
            problems.append(process.problem(RULE, path, found=found, at=at))
    return problems or (None if references else "nothing refers to a bid")


def _references(process: Process) -> Iterator[tuple[str, Positions, str]]:
    for name, entries in (("awards", process.awards), ("contracts", process.contracts)):
        for index, entry in enumerate(entries):
            if "relatedBid" in entry and (found := identifier(entry["relatedBid"])):
                yield f"{name}.relatedBid", (index,), found
            if "relatedBids" in entry and type(related := entry["relatedBids"]) is list:
                for bid_index, bid in enumerate(related):
                    if found := identifier(bid):
                        yield f"{name}.relatedBids", (index, bid_index), found


CHECK = Check(RULE, look)
