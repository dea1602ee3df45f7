"""Organisations of the built tables, made ready for finding out who is who."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import reduce
from pathlib import Path
from typing import Any

import duckdb
import msgspec

from candour.care.link_end import End
from candour.care.register import Address, Location, RegisteredProvider, register_key
from candour.care.who_is_who.link import newest
from candour.care.who_is_who.parties import of_location, of_provider, of_supplier
from candour.care.who_is_who.party import Party

_SUPPLIERS = """
SELECT organisations.organisation_key AS key, name, legal_name, scheme, identifier, further_identifiers,
    street_address, locality, region, postal_code, MAX(processes.last_date)::DATE AS seen
FROM organisations JOIN processes USING (ocid)
WHERE processes.social_care <> 'no' AND organisations.organisation_key IN (SELECT supplier_key FROM suppliers)
GROUP BY ALL
ORDER BY ALL
"""
_COUNCILS = """
SELECT organisations.organisation_key AS key, MIN(name) AS name, MAX(processes.last_date)::DATE AS seen
FROM organisations JOIN processes USING (ocid)
WHERE organisations.council_code IS NOT NULL
GROUP BY key
ORDER BY key
"""


class Tables:
    """The tables of a version that is being built, read by column."""

    def __init__(self, version: Path) -> None:
        self._version = version
        self._connection = duckdb.connect(config={"threads": 1})

    def has(self, name: str) -> bool:
        """Whether the table has any row."""
        return bool(self._files(name))

    def rows(self, sql: str, *names: str) -> Iterator[dict[str, Any]]:
        """The rows that a query over these tables gives; none where one of them has no rows."""
        if not all(self.has(name) for name in names):
            return
        for name in names:
            self._connection.read_parquet(self._files(name)).create_view(name, replace=True)
        found = self._connection.execute(sql)
        columns = [column[0] for column in found.description or ()]
        while some := found.fetchmany(10_000):
            yield from (dict(zip(columns, row, strict=True)) for row in some)

    def _files(self, name: str) -> list[str]:
        return sorted(str(path) for path in self._version.glob(f"*/{name}.parquet"))


def suppliers(tables: Tables) -> list[Party]:
    """Every supplier of processes that are or may be social care, with all that any notice calls it."""
    described: dict[str, list[Party]] = defaultdict(list)
    for row in tables.rows(_SUPPLIERS, "organisations", "processes", "suppliers"):
        described[row["key"]].append(of_supplier(row["key"], _party(row), row["seen"]))
    return [reduce(_together, parties) for _, parties in sorted(described.items())]


def councils_named(tables: Tables) -> Iterator[tuple[End, str, date | None]]:
    """Every organisation of notices that is a council, with a name of it and the day of the newest notice."""
    for row in tables.rows(_COUNCILS, "organisations", "processes"):
        if row["key"]:
            yield End("organisation", row["key"]), row["name"] or "", row["seen"]


def providers_named(tables: Tables) -> Iterator[tuple[End, str, date | None]]:
    """Every registered provider, with its name and the day of the newest file; some of them are councils."""
    for row in tables.rows("SELECT provider, name, last_seen FROM providers ORDER BY provider", "providers"):
        yield End("provider", row["provider"]), row["name"] or "", row["last_seen"]


def registrations(tables: Tables) -> list[Party]:
    """Every provider and location of the registers."""
    known: list[Party] = []
    at: dict[str, list[Location]] = defaultdict(list)
    for row in tables.rows("SELECT * FROM locations ORDER BY location", "locations"):
        location = _location(row)
        at[row["provider"]].append(location)
        known.append(of_location(location, row["last_seen"]))
    for row in tables.rows("SELECT * FROM providers ORDER BY provider", "providers"):
        known.append(of_provider(_provider(row), at[row["provider"]], row["last_seen"]))
    return known


def followed_by(tables: Tables) -> dict[End, list[End]]:
    """Which registrations took over from which."""
    found: dict[End, list[End]] = defaultdict(list)
    sql = "SELECT DISTINCT subject_kind, old, new FROM registration_successions ORDER BY ALL"
    for row in tables.rows(sql, "registration_successions"):
        found[End(row["subject_kind"], row["old"])].append(End(row["subject_kind"], row["new"]))
    return found


def _party(row: Mapping[str, Any]) -> dict[str, Any]:
    """The organisation as OCDS writes it, from its row."""
    further = [part.rsplit("-", 1) for part in row["further_identifiers"] or ()]
    return {
        "name": row["name"],
        "identifier": {"scheme": row["scheme"], "id": row["identifier"], "legalName": row["legal_name"]},
        "additionalIdentifiers": [{"scheme": scheme, "id": number} for scheme, number in further],
        "address": {
            "streetAddress": row["street_address"],
            "locality": row["locality"],
            "region": row["region"],
            "postalCode": row["postal_code"],
        },
    }


def _together(one: Party, other: Party) -> Party:
    """What two notices say of one organisation."""
    names = {(name.words, name.form): name for name in (*one.names, *other.names)}
    return msgspec.structs.replace(
        one,
        names=tuple(names.values()),
        postcodes=one.postcodes | other.postcodes,
        places=one.places | other.places,
        identifiers=one.identifiers | other.identifiers,
        evidence=newest(one.evidence, other.evidence),
    )


def _provider(row: Mapping[str, Any]) -> RegisteredProvider:
    return RegisteredProvider(
        register=row["register"],
        id=row["number"],
        name=row["name"] or "",
        deregistered=row["deregistered"],
        company=row["company"],
        charity=row["charity"],
        address=_address(row),
        council=row["council_name"] or "",
        other_names=tuple(row["other_names"] or ()),
    )


def _location(row: Mapping[str, Any]) -> Location:
    register, provider = row["register"], row["provider"] or ""
    prefix = register_key(register, "")
    numbered = provider.startswith(prefix) and not provider.startswith(f"{prefix}name:")
    return Location(
        register=register,
        id=row["number"],
        name=row["name"] or "",
        provider_id=provider.removeprefix(prefix) if numbered else None,
        provider_name=row["provider_name"] or "",
        deregistered=row["deregistered"],
        address=_address(row),
        council=row["council_name"] or "",
    )


def _address(row: Mapping[str, Any]) -> Address:
    return Address(tuple(row["address"] or ()), row["town"] or "", row["postcode"] or "")
