"""Who an organisation of a process is, in all processes."""

from typing import Any

from candour.care import councils
from candour.care.organisation_key import organisation_key
from candour.warehouse.tables.process import Organisation


def organisation_of(party: dict[str, Any]) -> Organisation:
    """The organisation that a party, or a reference that has none, is about."""
    key, basis = organisation_key(party)
    council = councils.by_organisation_id(key) if key else None
    name = party.get("name")
    return Organisation(
        key=key,
        key_basis=basis,
        name=name if isinstance(name, str) else None,
        council_code=council.gss if council else None,
        council_name=council.name if council else None,
        party=party,
    )
