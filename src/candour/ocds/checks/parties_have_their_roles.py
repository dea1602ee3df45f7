"""A party referred to as buyer, procuring entity, supplier or tenderer has that role."""

from collections.abc import Iterator

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import identifier, objects
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="parties-have-their-roles",
    level="warning",
    title="Parties have the roles they play",
    publisher="Add “{expected}” to the roles of the party {found}, which is referred to as such.",
    reader="The organisation {found} acts as {expected} although its roles do not say so. Lists made by role "
    "will miss it.",
)


def look(process: Process) -> Outcome:
    """Look at the roles of each party that is referred to; who is not among the parties is another rule's matter."""
    parties = process.parties
    if not parties:
        return process.missing("parties")
    problems: list[Problem] = []
    seen = set()
    for role, reference in _references(process):
        key = (identifier(reference.get("id")), role)
        if key in seen or key[0] not in parties:
            continue
        seen.add(key)
        party = parties[key[0]]
        roles = party.get("roles")
        if type(roles) is list and role not in roles:
            problems.append(
                process.problem(RULE, "parties.roles", found=key[0], expected=role, at=process.place_of(party))
            )
    return problems or (None if seen else "no party is referred to by its id")


def _references(process: Process) -> Iterator[tuple[str, dict[str, object]]]:
    buyer, entity = process.compiled.get("buyer"), process.tender.get("procuringEntity")
    if type(buyer) is dict:
        yield "buyer", buyer
    if type(entity) is dict:
        yield "procuringEntity", entity
    if "tenderers" in process.tender:
        for tenderer in objects(process.tender["tenderers"]):
            yield "tenderer", tenderer
    for award in process.awards:
        for supplier in objects(award.get("suppliers")):
            yield "supplier", supplier


CHECK = Check(RULE, look)
