"""Every organisation referred to by id (buyer, procuring entity, supplier, tenderer) is among the parties."""

from collections.abc import Iterator

from candour.ocds.checks.process import Part, Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import identifier, objects
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="organisations-are-parties",
    level="error",
    title="Organisations referred to are among the parties",
    publisher="Add the organisation {found} to parties, or correct {path}: nothing among the parties has that id.",
    reader="{path} points to an organisation, {found}, about which nothing is said. Its identifier, address and size "
    "are not known, so it is missing from figures that use them.",
)


def look(process: Process) -> Outcome:
    """Look up each reference."""
    parties = process.parties
    problems: list[Problem] = []
    references = 0
    for path, at, reference in _references(process):
        found = identifier(reference.get("id"))
        if found:
            references += 1
            if found not in parties:
                problems.append(process.problem(RULE, path, found=found, at=at))
    return problems or (None if references else "no organisation is referred to by its id")


def _references(process: Process) -> Iterator[Part]:
    buyer = process.compiled.get("buyer")
    if type(buyer) is dict:
        yield "buyer.id", (), buyer
    tender = process.tender
    entity = tender.get("procuringEntity")
    if type(entity) is dict:
        yield "tender.procuringEntity.id", (), entity
    if "tenderers" in tender:
        for index, tenderer in enumerate(objects(tender["tenderers"])):
            yield "tender.tenderers.id", (index,), tenderer
    for award_index, award in enumerate(process.awards):
        for index, supplier in enumerate(objects(award.get("suppliers"))):
            yield "awards.suppliers.id", (award_index, index), supplier
    if process.bids:
        for bid_index, bid in enumerate(objects(process.bids.get("details"))):
            for index, tenderer in enumerate(objects(bid.get("tenderers"))):
                yield "bids.details.tenderers.id", (bid_index, index), tenderer


CHECK = Check(RULE, look)
