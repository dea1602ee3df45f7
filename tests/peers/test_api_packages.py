"""Other tools of the standard find our packages valid, and read them as we do."""

from typing import Any

import pytest

pytest.importorskip("libcoveocds", reason="libcoveocds is not installed")
pytest.importorskip("ocdskit", reason="ocdskit is not installed")

import jsonschema
import libcove.lib.common
from libcoveocds.config import LibCoveOCDSConfig
from libcoveocds.schema import SchemaOCDS
from ocdskit import combine as ocdskit

from candour.ocds.description import EXTENSIONS, extensions_named
from tests.benchmarks.official import release_schema
from tests.site.conftest import client, home

from .libcoveocds_oracle import DRAFT_4, FOLDERS, served, standard_zip

__all__ = ["client", "home"]

RELEASES, RECORDS = "/api/v1/ocds/releases?limit=400", "/api/v1/ocds/records?limit=150"


@pytest.fixture(scope="module")
def extensions_at(shared_data, tmp_path_factory):
    with served(shared_data, tmp_path_factory.mktemp("extensions")) as address:
        yield address


def faults(package: dict[str, Any], data, extensions_at: str) -> list[str]:
    """What libcoveocds holds against a package; its extensions are those that are here, from the loopback."""
    named = extensions_named(package["extensions"])
    ordered = sorted((name for name in EXTENSIONS if name in named), key=lambda name: name != "eu")
    package = {
        **package,
        "extensions": [f"{extensions_at}/{FOLDERS.get(name, name)}/extension.json" for name in ordered],
    }
    config = LibCoveOCDSConfig({"standard_zip": standard_zip(data), "context": "api"})
    schema = SchemaOCDS(None, package, config, record_pkg="records" in package)
    validator = schema.validator(libcove.lib.common.validator, jsonschema.FormatChecker())
    assert not schema.invalid_extension
    jsonschema.validators.validates(DRAFT_4)(libcove.lib.common.validator)
    try:
        return [f"{list(error.absolute_path)}: {error.message[:300]}" for error in validator.iter_errors(package)]
    finally:
        jsonschema.validators.validates(DRAFT_4)(jsonschema.Draft4Validator)


@pytest.mark.parametrize("address", [RELEASES, RECORDS, "/api/v1/ocds/releases?limit=1"])
def test_libcoveocds_finds_packages_valid(client, shared_data, extensions_at, address):
    package = client.get(address).json()
    items = "records" if "records" in package else "releases"
    # The sample has faults on purpose; the package around it has none.
    of_package = [
        fault for fault in faults(package, shared_data, extensions_at) if not fault.startswith(f"['{items}', ")
    ]

    assert package[items]
    assert not of_package


def test_ocdskit_compiles_the_releases_to_what_the_records_have(client, shared_data):
    schema = release_schema(shared_data)
    records = {one["ocid"]: one for one in client.get(RECORDS).json()["records"]}
    package = {"version": "1.1", "releases": [release for one in records.values() for release in one["releases"]]}

    compiled = {one["ocid"]: one for one in ocdskit.merge([package], schema=schema, force_version="1.1")}

    assert compiled.keys() == records.keys()
    different = [ocid for ocid, one in compiled.items() if one != records[ocid]["compiledRelease"]]
    assert not different


def test_ocdskit_makes_one_package_of_our_pages(client):
    pages = [client.get("/api/v1/ocds/releases?limit=5").json()]
    pages.append(client.get(pages[0]["links"]["next"].removeprefix("http://127.0.0.1:8000")).json())

    combined = ocdskit.combine_release_packages(pages, uri="https://example.org/")

    assert len(list(combined["releases"])) == 10
