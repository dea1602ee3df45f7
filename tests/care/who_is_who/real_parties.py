"""Organisations of the real files by the end that the labelled pairs name: a file, and a position or number in it."""

import csv
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from candour.care.register import Address, Location, RegisteredProvider
from candour.care.who_is_who.parties import of_location, of_provider, of_supplier
from candour.care.who_is_who.party import Party

NOTICES = {
    "cf": "contracts_finder/releases.jsonl",
    "cf-registers": "contracts_finder/releases_with_register_ids.jsonl",
    "cf-search": "contracts_finder/search_page.json",
    "fts-2026": "find_a_tender/page_2026_10.json",
    "fts-2025": "find_a_tender/uk7_028961-2025.json",
    "fts-2021": "find_a_tender/page_2021.json",
}


def real_parties(folder: Path) -> dict[str, Party]:
    """Every supplier, provider and location, by an end like "cf ocds-… 3", "cqc-2025 provider 1-…", "rqia row 17"."""
    return {
        **dict(_suppliers(folder / "ocds")),
        **dict(_cqc_2025(folder / "registers/cqc/directory_locations_2025.csv")),
        **dict(_cqc_lincolnshire(folder / "registers/cqc/directory_ratings_lincolnshire_2026.csv")),
        **dict(_cqc_api(folder / "registers/cqc")),
        **dict(_scotland(folder / "registers/care_inspectorate/datastore_2026-05-31.csv")),
        **dict(_northern_ireland(folder / "registers/rqia/rqia_2025-12.csv")),
    }


def _suppliers(folder: Path) -> Iterator[tuple[str, Party]]:
    for alias, name in NOTICES.items():
        for release in _releases(folder / name):
            for at, party in enumerate(release.get("parties") or ()):
                if {"supplier", "tenderer"} & set(party.get("roles") or ()):
                    end = f"{alias} {release['ocid']} {at}"
                    yield end, of_supplier(end, party)


def _releases(path: Path) -> list[dict[str, Any]]:
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in path.read_bytes().splitlines()]
    sent = json.loads(path.read_bytes())
    return sent if isinstance(sent, list) else sent.get("releases") or [sent]


def _rows(path: Path, encoding: str = "utf-8-sig") -> list[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as stream:
        return list(csv.DictReader(stream))


def _with_locations(
    alias: str, providers: dict[str, RegisteredProvider], locations: dict[str, Location]
) -> Iterator[tuple[str, Party]]:
    of = defaultdict(list)
    for end, location in locations.items():
        of[location.provider_id or location.provider_name].append(location)
        yield f"{alias} {end}", of_location(location)
    for end, provider in providers.items():
        yield f"{alias} {end}", of_provider(provider, of[provider.id or provider.name])


def _cqc_2025(path: Path) -> Iterator[tuple[str, Party]]:
    providers, locations = {}, {}
    for row in _rows(path):
        number = row["Provider Companies House Number"].strip().upper()
        providers[f"provider {row['Provider ID']}"] = RegisteredProvider(
            register="cqc",
            id=row["Provider ID"],
            name=row["Provider Name"],
            company=f"GB-COH-{number.zfill(8)}" if number else None,
        )
        locations[f"location {row['Location ID']}"] = Location(
            register="cqc",
            id=row["Location ID"],
            name=row["Location Name"],
            provider_id=row["Provider ID"],
            council=row["Location Local Authority"],
        )
    yield from _with_locations("cqc-2025", providers, locations)


def _cqc_lincolnshire(path: Path) -> Iterator[tuple[str, Party]]:
    providers, locations = {}, {}
    for row in _rows(path):
        providers[f"provider {row['Provider ID']}"] = RegisteredProvider(
            register="cqc", id=row["Provider ID"], name=row["Provider Name"]
        )
        locations[f"location {row['Location ID']}"] = Location(
            register="cqc",
            id=row["Location ID"],
            name=row["Location Name"],
            provider_id=row["Provider ID"],
            address=Address(town=row["Location City"], postcode=row["Location Post Code"]),
            council=row["Location Local Authority"],
        )
    yield from _with_locations("cqc-lincolnshire", providers, locations)


def _cqc_api(folder: Path) -> Iterator[tuple[str, Party]]:
    providers, locations = {}, {}
    for row in _releases(folder / "api_providers_oldham.jsonl"):
        number = row.get("companiesHouseNumber")
        providers[f"provider {row['providerId']}"] = RegisteredProvider(
            register="cqc",
            id=row["providerId"],
            name=row["name"],
            company=f"GB-COH-{number}" if number else None,
            address=Address(town=row.get("postalAddressTownCity", ""), postcode=row.get("postalCode", "")),
            council=row.get("localAuthority", ""),
        )
    for row in _releases(folder / "api_locations_oldham.jsonl"):
        locations[f"location {row['locationId']}"] = Location(
            register="cqc",
            id=row["locationId"],
            name=row["name"],
            provider_id=row["providerId"],
            address=Address(town=row["postalAddressTownCity"], postcode=row["postalCode"]),
            council=row["localAuthority"],
        )
    yield from _with_locations("cqc-api", providers, locations)


def _scotland(path: Path) -> Iterator[tuple[str, Party]]:
    providers, locations = {}, {}
    for row in _rows(path):
        if row["CareService"] == "Child Minding":
            continue
        providers[f"provider {row['SP_number']}"] = RegisteredProvider(
            register="care_inspectorate", id=row["SP_number"], name=row["ServiceProvider"]
        )
        locations[f"service {row['CSNumber']}"] = Location(
            register="care_inspectorate",
            id=row["CSNumber"],
            name=row["ServiceName"],
            provider_id=row["SP_number"],
            address=Address(town=row["Service_town"], postcode=row["Service_Postcode"]),
            council=row["Council_Area_Name"],
        )
    yield from _with_locations("scotland", providers, locations)


def _northern_ireland(path: Path) -> Iterator[tuple[str, Party]]:
    """A provider has no number: its end is the first row that names it."""
    providers, locations = {}, {}
    first: dict[str, int] = {}
    for row_number, row in enumerate(_rows(path), start=2):
        name = row["ProviderName"]
        first.setdefault(name, row_number)
        providers[f"provider row {first[name]}"] = RegisteredProvider(register="rqia", id=None, name=name)
        locations[f"service row {row_number}"] = Location(
            register="rqia",
            id=None,
            name=row["ServiceName"],
            provider_id=None,
            provider_name=name,
            address=Address(town=row["Town"], postcode=row["Postcode"]),
        )
    yield from _with_locations("northern-ireland", providers, locations)
