"""Making notices' suppliers, registered providers and locations ready for comparing."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from candour.care.link_end import End
from candour.care.organisation_id import PREFERENCE, of_party
from candour.care.organisation_name import plain
from candour.care.register import Location, RegisteredProvider
from candour.care.who_is_who.name import WORDS, Name, names_in
from candour.care.who_is_who.party import Party

_POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)\s?(\d[A-Z]{2})\b", re.IGNORECASE)
_OWN_NUMBERS = {"cqc": "GB-CQC"}
"""Registers whose numbers notices give as identifiers, and the scheme under which they do."""


def of_supplier(key: str, party: Mapping[str, Any], seen: date | None = None) -> Party:
    """A party of a notice under its organisation key. `seen` is the day of the notice that says so.

    The postcode is taken from wherever in the address it stands; where there are several, the last.
    """
    identifier = party.get("identifier")
    legal_name = identifier.get("legalName") if isinstance(identifier, Mapping) else None
    address = party.get("address")
    lines = list(_lines(address)) if isinstance(address, Mapping) else []
    postcodes = [postcode for line in lines for postcode in _postcodes(line)]
    return Party(
        end=End("organisation", key),
        names=_names(name for name in (party.get("name"), legal_name) if isinstance(name, str)),
        postcodes=frozenset(postcodes[-1:]),
        places=_places(lines),
        identifiers=frozenset(
            str(found) for found in of_party(party) if found.well_formed and found.scheme in PREFERENCE
        ),
        evidence=seen,
    )


def of_provider(provider: RegisteredProvider, locations: Iterable[Location] = (), seen: date | None = None) -> Party:
    """A registered provider with the postcodes and places of its locations. `seen` is the day of the register."""
    known = tuple(locations)
    addresses = [provider.address, *(location.address for location in known)]
    towns = [address.town for address in addresses]
    councils = [provider.council, *(location.council for location in known)]
    numbers = [number for number in (provider.company, provider.charity) if number]
    return Party(
        end=End("provider", provider.key),
        names=_names((provider.name, *provider.other_names)),
        postcodes=frozenset(found for address in addresses for found in _postcodes(address.postcode)),
        places=_places((*towns, *councils)),
        identifiers=frozenset((*numbers, *_own_number(provider.register, provider.id))),
        evidence=seen,
        until=provider.deregistered,
    )


def of_location(location: Location, seen: date | None = None) -> Party:
    """A location; whom it belongs to stays what its register says."""
    return Party(
        end=End("location", location.key),
        names=_names((location.name,)),
        postcodes=frozenset(_postcodes(location.address.postcode)),
        places=_places((location.address.town, location.council)),
        identifiers=frozenset(_own_number(location.register, location.id)),
        provider=End("provider", location.provider_key) if location.provider_key else None,
        evidence=seen,
        until=location.deregistered,
    )


def _own_number(register: str, number: str | None) -> tuple[str, ...]:
    scheme = _OWN_NUMBERS.get(register)
    return (f"{scheme}-{number}",) if scheme and number else ()


def _lines(address: Mapping[str, Any]) -> Iterator[str]:
    """The lines of an address; some publishers write the ends of lines as a backslash and an n."""
    for line in address.values():
        if isinstance(line, str):
            yield line.replace("\\n", " ").replace("\\r", " ")


def _names(texts: Iterable[str]) -> tuple[Name, ...]:
    found = {(name.words, name.form): name for text in texts for name in names_in(text)}
    return tuple(found.values())


def _postcodes(text: str) -> list[str]:
    return [(outward + inward).upper() for outward, inward in _POSTCODE.findall(text)]


def _places(lines: Iterable[str]) -> frozenset[str]:
    words = {word for line in lines for word in plain(line).split()}
    return frozenset(
        word for word in words if len(word) > 2 and word.isalpha() and word not in WORDS.in_many_addresses
    )
