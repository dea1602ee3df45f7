"""Identifiers of organisations: which register they come from, and whether they are written as that register does.

Schemes are named as in org-id.guide. Nothing is looked up: a well-formed number may still belong to nobody.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from candour.ocds.organisation_schemes import SCHEMES, SHAPES


class OrganisationId(msgspec.Struct, frozen=True):
    """A number in a register. `reason` says what was mended in writing it, or why it is not well-formed."""

    scheme: str
    id: str
    well_formed: bool
    reason: str = ""

    def __str__(self) -> str:
        return f"{self.scheme}-{self.id}"


PREFERENCE = (
    "GB-COH", "GB-CHC", "GB-SC", "GB-NIC", "GB-MPR", "GB-LAE", "GB-LAS", "GB-PLA", "GB-LANI",
    "GB-NHS", "GB-GOR", "GB-UKPRN", "GB-EDU", "GB-PPON", "GB-CQC",
)  # fmt: skip
"""Which of an organisation's identifiers it is known by: always the first of these, in whatever order they stand."""

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
    if not SHAPES[scheme].fullmatch(text):
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
