"""An organisation's identifier has a scheme of the org-id.guide list and an id written as that register writes it."""

import re

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import identifier
from candour.ocds.organisation_schemes import SCHEMES, SHAPES
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="organisation-identifiers-are-well-formed",
    level="warning",
    title="Organisation identifiers are well-formed",
    publisher="Correct {path}: found {found}, expected {expected}.",
    reader="The identifier {found} is not one that its register gives, so this organisation cannot be followed to "
    "other contracts or to its inspections.",
)

_SCHEME = re.compile(r"[A-Z]{2}-[A-Z0-9_]+")


def look(process: Process) -> Outcome:
    """Look at the main identifier of each party; a party without one is a matter of coverage, not of form."""
    problems: list[Problem] = []
    identifiers = 0
    for party in process.parties.values():
        value = party.get("identifier")
        if type(value) is not dict:
            continue
        scheme, number = value.get("scheme"), identifier(value.get("id"))
        if not scheme and not number:
            continue
        identifiers += 1
        shape = SHAPES.get(scheme) if type(scheme) is str else None
        if shape is not None and shape.fullmatch(number):
            continue
        if fault := _fault(scheme, number):
            path, expected = fault
            found = f"{scheme or 'no scheme'} {number or 'no id'}"
            problems.append(process.problem(RULE, path, found=found, expected=expected, at=process.place_of(party)))
    return problems or (None if identifiers else "no party has an identifier")


def _fault(scheme: object, number: str) -> tuple[str, str] | None:
    """The field at fault and what was expected of it; any id of a register that we do not know is taken as it is."""
    if type(scheme) is not str or not _SCHEME.fullmatch(scheme):
        return "parties.identifier.scheme", "a scheme of org-id.guide, such as GB-COH"
    if not number:
        return "parties.identifier.id", "an id"
    known = SCHEMES.get(scheme)
    return ("parties.identifier.id", known.expected) if known else None


CHECK = Check(RULE, look)
