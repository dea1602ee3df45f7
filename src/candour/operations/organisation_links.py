"""Who is who among suppliers and registrations: what was found, and what a person says of it."""

from collections.abc import Sequence
from typing import Any

import msgspec

from candour.archive import Archive, Correction, Receipt, Withdraw
from candour.care import councils
from candour.care.link_end import End, Kind
from candour.errors import CandourError
from candour.operations.home import Home
from candour.operations.link_decisions import held_decisions, record
from candour.warehouse.engine import Engine

_LINKS = "SELECT * FROM organisation_links WHERE $key IN (organisation_key, other_key) ORDER BY score DESC, other_key"
_WAITING = """
SELECT * FROM organisation_links WHERE outcome = 'to be reviewed'
ORDER BY score DESC, organisation_kind, organisation_key, other_kind, other_key
"""
_DESCRIBED: dict[Kind, str] = {
    "organisation": """
        SELECT DISTINCT organisation_key AS key, name, legal_name, scheme, identifier, locality AS town,
            postal_code AS postcode
        FROM organisations WHERE organisation_key IN (SELECT UNNEST($keys))
        ORDER BY ALL
    """,
    "provider": "SELECT provider AS key, * FROM providers WHERE provider IN (SELECT UNNEST($keys))",
    "location": "SELECT location AS key, * FROM locations WHERE location IN (SELECT UNNEST($keys))",
}


class Side(msgspec.Struct, frozen=True):
    """One end of a link, and the rows that describe it: several where notices describe it differently."""

    end: End
    rows: tuple[dict[str, Any], ...]


class OrganisationPair(msgspec.Struct, frozen=True):
    """A row of the table of links of organisations, with both of its ends side by side."""

    link: dict[str, Any]
    a: Side
    b: Side


def waiting(home: Home) -> list[OrganisationPair]:
    """The links that a person should look at, the most probable first. Raises CandourError: nothing was built yet."""
    with home.tables() as tables:
        return _side_by_side(tables, _rows(tables, _WAITING))


def organisation_links_of(home: Home, key: str) -> list[OrganisationPair]:
    """Every link of an organisation, provider, location or council. Raises CandourError: nothing was built yet."""
    with home.tables() as tables:
        return _side_by_side(tables, _rows(tables, _LINKS, key=key))


def ends_of(home: Home, one: str, other: str) -> tuple[End, End]:
    """What two keys are the keys of.

    Raises:
        CandourError: nothing in the tables has such a key, or nothing has been built yet.
    """
    with home.tables() as tables:
        return _end_of(tables, one), _end_of(tables, other)


def confirm(home: Home, a: End, b: End, *, by: str, reason: str) -> Receipt:
    """Record that two ends are the same organisation, or an organisation and a location that it runs.

    It counts in the tables from the next build on. Nothing is merged by it.

    Raises:
        CandourError: one of the ends is not in the tables, nothing has been built yet, or name or reason is missing.
    """
    return _decide(home, a, b, same=True, by=by, reason=reason)


def reject(home: Home, a: End, b: End, *, by: str, reason: str) -> Receipt:
    """Record that two ends are not the same organisation. Raises as `confirm`."""
    return _decide(home, a, b, same=False, by=by, reason=reason)


def withdraw(home: Home, receipt: str, *, by: str, reason: str) -> Correction:
    """Take a decision back: from the next build on the evidence counts as before.

    Raises:
        CandourError: there is no such decision, or name or reason is missing.
    """
    if receipt not in {held.receipt.id for held in held_decisions(home).on_organisations}:
        raise CandourError(
            f"receipt {receipt} holds no decision on organisations that counts; the links of one name theirs"
        )
    return Archive.at(home.archive, create=False).correct(receipt, Withdraw(), reason=reason, by=by)


def _decide(home: Home, a: End, b: End, *, same: bool, by: str, reason: str) -> Receipt:
    with home.tables() as tables:
        for end in (a, b):
            if end.kind in _DESCRIBED and not _described(tables, end.kind, [end.key]):
                raise CandourError(f"the tables have no {end}; `candour provider NAME` finds providers by name")
    return record(home, a, b, same=same, by=by, reason=reason)


def _end_of(tables: Engine, key: str) -> End:
    """A council's key is an organisation of notices too, as long as notices name it."""
    for kind in _DESCRIBED:
        if _described(tables, kind, [key]):
            return End(kind, key)
    if councils.by_organisation_id(key):
        return End("council", key)
    raise CandourError(f"nothing in the tables has the key {key!r}; `candour links review` shows keys")


def _side_by_side(tables: Engine, links: Sequence[dict[str, Any]]) -> list[OrganisationPair]:
    ends = [(_end(link, "organisation"), _end(link, "other")) for link in links]
    described: dict[End, list[dict[str, Any]]] = {}
    for kind in _DESCRIBED:
        keys = sorted({end.key for pair in ends for end in pair if end.kind == kind})
        for row in _described(tables, kind, keys):
            described.setdefault(End(kind, row["key"]), []).append(row)
    return [
        OrganisationPair(link, *(Side(end, tuple(described.get(end, ()))) for end in pair))
        for link, pair in zip(links, ends, strict=True)
    ]


def _described(tables: Engine, kind: Kind, keys: Sequence[str]) -> list[dict[str, Any]]:
    return _rows(tables, _DESCRIBED[kind], keys=list(keys))


def _end(link: dict[str, Any], side: str) -> End:
    return End(link[f"{side}_kind"], link[f"{side}_key"])


def _rows(tables: Engine, sql: str, **parameters: Any) -> list[dict[str, Any]]:
    return [row._asdict() for row in tables.query(sql, parameters)]
