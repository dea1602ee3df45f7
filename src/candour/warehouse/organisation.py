"""Who an organisation of a process is, in all processes."""

from functools import lru_cache
from typing import Any, NamedTuple

import msgspec

from candour.care import councils
from candour.care.organisation_key import organisation_key
from candour.warehouse.tables.process import Organisation


def organisation_of(party: dict[str, Any]) -> Organisation:
    """The organisation that a party, or a reference that has none, is about."""
    name = party.get("name")
    who = _who(msgspec.json.encode([party.get(field) for field in _IDENTIFYING]))
    return Organisation(
        key=who.key,
        key_basis=who.basis,
        name=name if isinstance(name, str) else None,
        council_code=who.council_code,
        council_name=who.council_name,
        party=party,
    )


_IDENTIFYING = ("id", "name", "identifier", "additionalIdentifiers", "address")
"""What the key of an organisation is made from."""


class _Who(NamedTuple):
    key: str | None
    basis: str
    council_code: str | None
    council_name: str | None


@lru_cache(maxsize=20_000)
def _who(identifying: bytes) -> _Who:
    """The same organisations come back in process after process: each is looked up once."""
    party = dict(zip(_IDENTIFYING, msgspec.json.decode(identifying), strict=True))
    key, basis = organisation_key({field: value for field, value in party.items() if value is not None})
    council = councils.by_organisation_id(key) if key else None
    return _Who(key, basis, council.gss if council else None, council.name if council else None)
