"""Identifiers of organisations: which register they come from, and whether they are written as that register does.

Schemes are named as in org-id.guide. Nothing is looked up: a well-formed number may still belong to nobody.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec


class OrganisationId(msgspec.Struct, frozen=True):
    """A number in a register. `reason` says what was mended in writing it, or why it is not well-formed."""

    scheme: str
    id: str
    well_formed: bool
    reason: str = ""

    def __str__(self) -> str:
        return f"{self.scheme}-{self.id}"


class Scheme(msgspec.Struct, frozen=True):
    """A list of organisations: how its numbers look, and whether one number means one organisation everywhere."""

    name: str
    shape: str
    expected: str
    names_one_organisation: bool = True


SCHEMES = {
    "GB-COH": Scheme(
        "Companies House",
        r"(?!0{8})(?:\d{8}|[A-Z]{2}\d{6}|R\d{7}|(?:IP|SP|NP|NO|NA|RS|SR|NR)\d{5}[A-Z0-9])",
        "8 digits, or 2 letters and 6 digits",
    ),
    "GB-CHC": Scheme("Charity Commission for England and Wales", r"[1-9]\d{5,6}(?:-\d{1,3})?", "6 or 7 digits"),
    "GB-SC": Scheme("Office of the Scottish Charity Regulator", r"SC\d{6}", "SC and 6 digits"),
    "GB-NIC": Scheme("Charity Commission for Northern Ireland", r"\d{6}", "6 digits"),
    "GB-MPR": Scheme(
        "Mutuals Public Register", r"(?:IP|SP|NP|RS)?(?!0+[A-Z]?$)\d{1,6}[A-Z]?", "up to 6 digits, perhaps with R"
    ),
    "GB-LAE": Scheme("Local authorities of England", r"[A-Z]{3,4}", "3 or 4 letters"),
    "GB-LAS": Scheme("Local authorities of Scotland", r"[A-Z]{3}", "3 letters"),
    "GB-PLA": Scheme("Principal local authorities of Wales", r"[A-Z]{3}", "3 letters"),
    "GB-LANI": Scheme("Local authorities of Northern Ireland", r"[A-Z]{3}", "3 letters"),
    "GB-NHS": Scheme("NHS organisation codes", r"[A-Z0-9]{3,8}", "3 to 8 letters and digits"),
    "GB-GOR": Scheme("Government organisation register", r"[A-Z]{1,3}\d{1,5}", "letters and digits"),
    "GB-UKPRN": Scheme("UK register of learning providers", r"1\d{7}", "8 digits that begin with 1"),
    "GB-EDU": Scheme("Get information about schools", r"\d{5,6}", "5 or 6 digits"),
    "GB-PPON": Scheme(
        "Central Digital Platform",
        r"P[A-Z]{3}-\d{4}-[A-Z]{4}",
        "P, 3 letters, 4 digits and 4 letters (PABC-1234-DEFG)",
    ),
    "GB-CQC": Scheme("Care Quality Commission", r"1-\d{6,12}|R[A-Z0-9]{2,5}", "1- and 6 to 12 digits"),
    "GB-SRS": Scheme("Supplier Registration Service", r"[\w.-]+/\w+", "a web address and a code", False),
    "GB-CFS": Scheme("Contracts Finder's own numbers", r"[\w.-]+", "a number", False),
    "GB-FTS": Scheme("Find a Tender's own numbers", r"[\w.-]+", "a number", False),
}
"""Find a Tender's and Contracts Finder's own numbers, and those of the Supplier Registration Service, are kept but
never taken for a register: one may be shared by several suppliers, and one supplier may have several."""

PREFERENCE = (
    "GB-COH", "GB-CHC", "GB-SC", "GB-NIC", "GB-MPR", "GB-LAE", "GB-LAS", "GB-PLA", "GB-LANI",
    "GB-NHS", "GB-GOR", "GB-UKPRN", "GB-EDU", "GB-PPON", "GB-CQC",
)  # fmt: skip
"""Which of an organisation's identifiers it is known by: always the first of these, in whatever order they stand."""

_SHAPES = {scheme: re.compile(known.shape) for scheme, known in SCHEMES.items()}
_CASE_COUNTS = frozenset({"GB-SRS", "GB-CFS", "GB-FTS"})
_LETTERS_AND_DIGITS = re.compile(r"([A-Z]{2})(\d{1,5})")
_PREFIX = re.compile(r"^(GB-[A-Z]+)-(.+)$", re.IGNORECASE | re.DOTALL)
_SPACE = re.compile(r"\s+")
_NOTHING = frozenset(
    {"", "N/A", "NA", "NONE", "NULL", "UNKNOWN", "NOTKNOWN", "TBC", "-", "0", "NOTAPPLICABLE", "[REMOVED]"}
)


def normalise(scheme: str, id: str) -> OrganisationId:
    """An identifier as its register writes it: trimmed, capitals, zeros put before short company numbers.

    An identifier that does not fit its register is returned as it was sent, `well_formed` false, with the reason.
    """
    scheme = scheme.strip().upper()
    sent = str(id).strip()
    known = SCHEMES.get(scheme)
    if known is None:
        return OrganisationId(scheme, sent, False, f"{scheme or 'no scheme'} is not a register known here")
    text = _bare(scheme, sent)
    if text.upper() in _NOTHING:
        return OrganisationId(scheme, sent, False, "no number was given")
    text, padded = _padded(scheme, text)
    if not _SHAPES[scheme].fullmatch(text):
        return OrganisationId(scheme, sent, False, f"{known.name} expects {known.expected}, found {sent[:40]!r}")
    return OrganisationId(scheme, text, True, padded)


def _bare(scheme: str, sent: str) -> str:
    text = _SPACE.sub("", sent)
    if text.upper().startswith(scheme + "-"):
        text = text[len(scheme) + 1 :]
    if scheme in _CASE_COUNTS:
        return text
    text = text.upper()
    return text.removeprefix("NIC") if scheme == "GB-NIC" else text


def _padded(scheme: str, text: str) -> tuple[str, str]:
    if scheme == "GB-COH" and text.isascii() and text.isdigit() and len(text) < 8:
        return text.zfill(8), f"{8 - len(text)} zero(s) put before the digits"
    if scheme in ("GB-COH", "GB-SC") and (parts := _LETTERS_AND_DIGITS.fullmatch(text)):
        return parts[1] + parts[2].zfill(6), f"{6 - len(parts[2])} zero(s) put before the digits"
    return text, ""


def parse(text: str) -> OrganisationId:
    """`GB-COH-1234567` → scheme GB-COH, id 01234567. Text without a scheme comes back whole and not well-formed."""
    found = _PREFIX.match(str(text).strip())
    if found is None:
        return OrganisationId(
            "", str(text).strip(), False, "it does not begin with a register's scheme, like GB-COH-"
        )
    return normalise(found[1], found[2])


def of_party(party: Mapping[str, Any]) -> list[OrganisationId]:
    """Every identifier that a party carries: `identifier`, `additionalIdentifiers`, and `id` if it names a register.

    Ill-formed ones are included; the same identifier is given once.
    """
    return list({str(found): found for found in _identifiers(party)}.values())


def _identifiers(party: Mapping[str, Any]) -> Iterator[OrganisationId]:
    additional = party.get("additionalIdentifiers")
    for identifier in (party.get("identifier"), *(additional if isinstance(additional, list) else ())):
        if isinstance(identifier, Mapping) and isinstance(identifier.get("scheme"), str) and identifier.get("id"):
            yield normalise(identifier["scheme"], str(identifier["id"]))
    own = party.get("id")
    if isinstance(own, str) and own.startswith("GB-") and (found := parse(own)).scheme in SCHEMES:
        yield found
