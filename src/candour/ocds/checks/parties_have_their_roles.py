"""A party referred to as buyer, procuring entity, supplier or tenderer has that role."""

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="parties-have-their-roles",
    level="warning",
    title="Parties have the roles they play",
    publisher="Add “{expected}” to the roles of the party {found}, which is referred to as such.",
    reader="The organisation {found} acts as {expected} although its roles do not say so. Lists made by role "
    "will miss it.",
)

_ROLES = {
    "buyer": "buyer",
    "tender.procuringEntity": "procuringEntity",
    "tender.tenderers": "tenderer",
    "awards.suppliers": "supplier",
}


def look(process: Process) -> Outcome:
    """Look at the roles of each party that is referred to; who is not among the parties is another rule's matter."""
    parties = process.parties
    if not parties:
        return process.missing("parties")
    problems: list[Problem] = []
    seen = set()
    for path, _, found, _ in process.references:
        if found not in parties or path not in _ROLES:
            continue
        role = _ROLES[path]
        if (found, role) in seen:
            continue
        seen.add((found, role))
        party = parties[found]
        roles = party.get("roles")
        if type(roles) is list and role not in roles:
            problems.append(
                process.problem(RULE, "parties.roles", found=found, expected=role, at=process.place_of(party))
            )
    return problems or (None if seen else "no party is referred to by its id")


CHECK = Check(RULE, look)
