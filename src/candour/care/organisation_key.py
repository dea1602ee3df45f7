"""The one key under which an organisation is known in the warehouse, and how it was come by."""

import re
from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from candour.care import councils
from candour.care.organisation_id import PREFERENCE, of_party
from candour.care.organisation_name import normalise

How = Literal["register", "council name", "name and postcode", "name only", "nothing"]


class OrganisationKey(NamedTuple):
    """`key` is None when there is neither a register's number nor a name."""

    key: str | None
    how: How


_COMPANIES_AND_CHARITIES = frozenset({"GB-COH", "GB-CHC", "GB-SC", "GB-NIC", "GB-MPR"})
_RANK = {scheme: rank for rank, scheme in enumerate(PREFERENCE)}
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}")


def organisation_key(party: Mapping[str, Any]) -> OrganisationKey:
    """A register's number where there is a good one, else the name with its postcode, and says which.

    A council is known by its council code even where a notice gives only its name or only its number on the Central
    Digital Platform, so that its notices of before and after 2025 stand together. Keys from names begin with `name:`
    and can never equal a register's. Numbers local to one notice or one portal ("org-1", GB-CFS) are never keys.
    """
    good = [found for found in of_party(party) if found.well_formed and found.scheme in _RANK]
    best = min(good, key=lambda found: _RANK[found.scheme], default=None)
    name = party.get("name")
    name = name if isinstance(name, str) else ""
    if best is not None and (best.scheme in _COMPANIES_AND_CHARITIES or councils.by_organisation_id(str(best))):
        return OrganisationKey(str(best), "register")
    if (council := _council_called(name)) is not None:
        return OrganisationKey(council.organisation_id, "council name")
    if best is not None:
        return OrganisationKey(str(best), "register")
    return _from_name(name, party)


def _council_called(name: str) -> councils.Council | None:
    """The council of this name. "Fictional Trading (Merton Council)" is not it, and "Merton" may be a firm."""
    if not councils.calls_itself_a_council(name):
        return None
    found = councils.find_by_name(name)
    return None if found.reason == councils.LATER_PART else found.council


def _from_name(name: str, party: Mapping[str, Any]) -> OrganisationKey:
    spelled = normalise(name)
    if not spelled:
        return OrganisationKey(None, "nothing")
    address = party.get("address")
    postcode = address.get("postalCode") if isinstance(address, Mapping) else None
    if isinstance(postcode, str) and _POSTCODE.fullmatch(compact := postcode.replace(" ", "").upper()):
        return OrganisationKey(f"name:{spelled}|{compact}", "name and postcode")
    return OrganisationKey(f"name:{spelled}", "name only")
