"""An organisation's identifier has a scheme of the org-id.guide list and an id written as that register writes it."""

import re

import msgspec

from candour.ocds.checks.process import Process
from candour.ocds.checks.result import Check, Outcome
from candour.ocds.checks.values import identifier
from candour.ocds.problems import Problem, Rule

RULE = Rule(
    id="organisation-identifiers-are-well-formed",
    level="warning",
    title="Organisation identifiers are well-formed",
    publisher="Correct {path}: found {found}, expected {expected}.",
    reader="The identifier {found} is not one that its register gives, so this organisation cannot be followed to "
    "other contracts or to its inspections.",
)


class _Form(msgspec.Struct, frozen=True):
    pattern: re.Pattern[str]
    words: str


def _form(pattern: str, words: str) -> _Form:
    return _Form(re.compile(pattern), words)


_LETTERS = _form(r"[A-Z]{3,4}", "three or four capital letters")

FORMS = {
    "GB-COH": _form(
        r"\d{8}|[A-Z]{2}\d{5}[\dA-Z]|R\d{7}",
        "a company number of 8 characters, with noughts before it where it is shorter",
    ),
    "GB-CHC": _form(r"\d{6,7}(-\d{1,3})?", "a charity number of 6 or 7 digits"),
    "GB-SC": _form(r"SC\d{6}", "SC and 6 digits"),
    "GB-NIC": _form(r"(NIC)?\d{6}", "6 digits"),
    "GB-MPR": _form(r"(IP|SP|NP|RS)?\d{1,6}[A-Z]?", "a mutual's number of up to 6 digits"),
    "GB-LAE": _LETTERS,
    "GB-LAS": _LETTERS,
    "GB-PLA": _LETTERS,
    "GB-LANI": _LETTERS,
    "GB-CQC": _form(r"1-\d{6,12}|R[A-Z0-9]{2,5}", "1- and 6 to 12 digits"),
    "GB-PPON": _form(r"P[A-Z]{3}-\d{4}-[A-Z]{4}", "P, 3 letters, 4 digits and 4 letters (PABC-1234-DEFG)"),
    "GB-UKPRN": _form(r"1\d{7}", "8 digits that begin with 1"),
}
"""How the registers that occur most in United Kingdom notices write their numbers. The id of any other scheme of the
right shape (country, hyphen, list) is taken as it is."""

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
        form = FORMS.get(scheme) if type(scheme) is str else None
        if form is not None and number and form.pattern.fullmatch(number):
            continue
        if fault := _fault(scheme, number, form):
            path, expected = fault
            found = f"{scheme or 'no scheme'} {number or 'no id'}"
            problems.append(process.problem(RULE, path, found=found, expected=expected, at=process.place_of(party)))
    return problems or (None if identifiers else "no party has an identifier")


def _fault(scheme: object, number: str, form: _Form | None) -> tuple[str, str] | None:
    """The field at fault and what was expected of it."""
    if type(scheme) is not str or not _SCHEME.fullmatch(scheme):
        return "parties.identifier.scheme", "a scheme of org-id.guide, such as GB-COH"
    if not number:
        return "parties.identifier.id", "an id"
    return ("parties.identifier.id", form.words) if form is not None else None


CHECK = Check(RULE, look)
