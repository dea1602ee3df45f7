"""The schemas made from our description state what the official ones state, fact for fact."""

from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from candour.ocds.description import EU_PROFILE, EXTENSIONS, describe
from candour.ocds.schema import record_package_schema, release_package_schema, release_schema

from . import official

# Where we differ on purpose, and why.
DELIBERATE = {
    "definitions/SubmissionTerms": "lots refers to it and leaves it to another extension: here it allows anything",
    "definitions/Location": "uk refers to it and leaves it to another extension: here it allows anything",
    "definitions/CriterionNumber": "selectionCriteria refers to it, awardCriteria brings it: alone, anything goes",
}


GENERAL = tuple(name for name in EXTENSIONS if name != "eu")


@pytest.mark.parametrize("extensions", [(), *((name,) for name in GENERAL), GENERAL], ids="+".join)
def test_our_schema_states_the_facts_of_the_official_one(shared_data, extensions):
    theirs = facts(official.release_schema(shared_data, extensions))
    ours = facts(release_schema(extensions))
    assert [line for line in differences(theirs, ours) if line[0] not in DELIBERATE] == []


# The profile's published schema has earlier versions of these extensions, and this is what they have gained since.
NEWER_THAN_THE_PROFILE = [
    "Award/relatedBids",
    "Bid/countriesOfOrigin",
    "Bid/description",
    "Bid/hasRank",
    "Bid/identifiers",
    "Bid/items",
    "Bid/rank",
    "Bid/relatedLots",
    "Bid/submissionType",
    "Bid/validityPeriod",
    "Bid/variant",
    "Contract/relatedBids",
    "Lot/minimumValue",
    "ParticipationFee/payee",
    "ParticipationFee/paymentAddress",
    "ParticipationFee/relativeValue",
    "RelatedProcess/relatedLots",
    "RelativeValue",
    "SelectionCriterion/subType",
    "SelectionCriterion/verificationMethod",
    "Statistic",
]


def test_our_set_for_the_profile_states_the_facts_of_the_patched_profile(shared_data):
    theirs = facts(official.read(shared_data / "ocds/extensions/european-union/patched-release-schema.json"))
    found = list(differences(theirs, facts(release_schema(EU_PROFILE))))
    assert [line for line in found if line[1] != "absent"] == []
    named = (path.removeprefix("definitions/").replace("/properties/", "/") for path, _, _ in found)
    assert sorted(named) == sorted(NEWER_THAN_THE_PROFILE)


@pytest.mark.parametrize("kind", ["release", "record"])
def test_our_packages_state_the_facts_of_the_official_ones(shared_data, kind):
    theirs = facts(official.read(shared_data / f"ocds/standard-1.1.5/{kind}-package-schema.json"))
    ours = facts({"release": release_package_schema, "record": record_package_schema}[kind]([]))
    if kind == "record":
        ours["definitions"] = {"record": ours["definitions"]["Record"]}
        # Versioned releases follow from releases, so they are taken as they come.
        theirs["definitions"]["record"]["properties"]["versionedRelease"] = {"type": ["object"]}
    else:
        del ours["definitions"]
    assert list(differences(theirs, ours)) == []


def test_every_schema_is_a_schema():
    for schema in (release_schema(), release_package_schema(), record_package_schema(), release_schema([])):
        jsonschema.Draft4Validator.check_schema(schema)


def test_every_reference_resolves_whatever_the_extensions():
    for extensions in [(), *((name,) for name in EXTENSIONS), EXTENSIONS]:
        schema = release_schema(extensions)
        references = {field.reference for field in describe(extensions).all_fields() if field.reference}
        assert references <= schema["definitions"].keys()


def facts(schema: Any, names: bool = False) -> Any:
    """A schema without what is only wording or order."""
    if not isinstance(schema, dict):
        return schema
    kept: dict[str, Any] = {}
    for key, value in schema.items():
        if names:
            kept[key] = facts(value)
        elif key == "deprecated":
            kept[key] = value["deprecatedVersion"]
        elif key in ("type", "enum", "required"):
            kept[key] = sorted([value] if isinstance(value, str) else value, key=str)
        elif key == "$ref":
            kept[key] = REFERENCES.get(value, value)
        elif key == "oneOf":
            kept[key] = [facts(option) for option in value]
        elif key not in ("title", "description", "$schema", "id"):
            kept[key] = facts(value, names=key in ("properties", "definitions", "patternProperties"))
    return kept


REFERENCES = {
    "https://standard.open-contracting.org/schema/1__1__5/release-schema.json": "#/definitions/Release",
    "#/definitions/record": "#/definitions/Record",
}


def differences(theirs: Any, ours: Any, path: str = "") -> Iterator[tuple[str, Any, Any]]:
    if isinstance(theirs, dict) and isinstance(ours, dict):
        for key in sorted(theirs.keys() | ours.keys()):
            yield from differences(theirs.get(key, "absent"), ours.get(key, "absent"), f"{path}/{key}".lstrip("/"))
    elif isinstance(theirs, list) and isinstance(ours, list) and len(theirs) == len(ours):
        for index, pair in enumerate(zip(theirs, ours, strict=True)):
            yield from differences(*pair, f"{path}/{index}")
    elif theirs != ours:
        yield path, theirs, ours
