"""The rules that Open Contracting checks extensions by: names, metadata, null, ids, codelists, files.

They are published in the repositories open-contracting/standard-maintenance-scripts and open-contracting/jscc. Here
the same rules stand in code of our own, and the official schema, patched, is asked as well where it is at hand.
"""

import csv
import io
import json
import re

import jsonschema
import pytest

from tests.ocds import official

from .files import FOLDER, SCHEMAS, codelist, fields, parts, read, types

CODELISTS = sorted(path.stem for path in (FOLDER / "codelists").glob("*.csv"))
OF_THE_CORE = {"currency", "partyRole", "unitClassificationScheme", "itemClassificationScheme"}

# What the core of the standard and the metrics extension have, and only stands in the schema of statements again.
INHERITED = {"Address", "Classification", "ContactPoint", "Identifier", "MilestoneReference", "Organization",
             "OrganizationReference", "Period", "Value"}  # fmt: skip


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.json")), ids=lambda path: path.name)
def test_json_is_indented_for_people_and_has_no_name_twice(path):
    def once(pairs):
        names = [name for name, _ in pairs]
        assert len(names) == len(set(names))
        return dict(pairs)

    text = path.read_text("utf-8")
    assert text == json.dumps(json.loads(text, object_pairs_hook=once), ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_are_schemas(name):
    jsonschema.Draft4Validator.check_schema(read(name))


@pytest.mark.parametrize("name", SCHEMAS)
def test_names_are_in_the_letter_case_of_the_standard(name):
    for pointer, part in parts(read(name)):
        if pointer.endswith("/properties") or pointer == "properties":
            assert [field for field in part if not re.fullmatch("[a-z][A-Za-z]+", field)] == []
        if pointer.endswith("/definitions"):
            assert [kind for kind in part if not re.fullmatch("[A-Z][A-Za-z]+", kind)] == []


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_and_every_kind_of_object_of_ours_has_title_meaning_and_type(name):
    schema = read(name)
    ours = [(f"/definitions/{kind}", part) for kind, part in schema["definitions"].items() if "title" in part]
    assert len(ours) >= 15
    for pointer, part in [*ours, *((pointer, field) for pointer, field, _ in fields(schema))]:
        assert part["title"].strip(), pointer
        assert part["description"].strip().endswith("."), pointer
        assert not part["title"].endswith("."), pointer
        assert "type" in part or "$ref" in part, pointer


def test_titles_of_fields_are_not_shared_within_an_object():
    for kind, part in read("release-schema.json")["definitions"].items():
        titles = [field["title"] for field in part["properties"].values()]
        assert len(titles) == len(set(titles)), kind


@pytest.mark.parametrize("name", SCHEMAS)
def test_null_is_allowed_where_a_value_is_optional_and_nowhere_else(name):
    for pointer, field, required in fields(read(name)):
        holds_objects = "$ref" in field or "object" in types(field) or "$ref" in field.get("items", {})
        if holds_objects or pointer.split("/")[2] in INHERITED:
            continue
        assert ("null" in types(field)) is not required, pointer


@pytest.mark.parametrize("name", SCHEMAS)
def test_lists_of_objects_are_never_null_and_their_objects_need_an_id(name):
    schema = read(name)
    kinds = read("statement-schema.json")["definitions"] | schema["definitions"]
    seen = 0
    for pointer, field, _ in fields(schema):
        if "array" in types(field):
            items = field["items"]
            assert types(items) == (["string"] if "$ref" not in items else []), pointer
            if "$ref" in items and not field.get("wholeListMerge"):
                kind = kinds[items["$ref"].rpartition("/")[2]]
                assert "null" not in types(field), pointer
                assert "id" in kind["required"], pointer
                assert types(kind["properties"]["id"]) == ["string"], pointer
                seen += 1
    assert seen > 5


def test_no_object_is_described_inside_another():
    for pointer, part in parts(read("release-schema.json")):
        if "properties" in part and isinstance(part["properties"], dict) and not pointer.endswith("/properties"):
            assert pointer == "" or re.fullmatch("/definitions/[A-Za-z]+", pointer), pointer


@pytest.mark.parametrize("name", SCHEMAS)
def test_closed_codelists_are_enums_and_open_ones_are_not(name):
    used = set()
    for pointer, field, _ in fields(read(name)):
        holder = field.get("items", {}) if "array" in types(field) else field
        if "codelist" not in field:
            assert "enum" not in holder, pointer
            continue
        listed = field["codelist"].removesuffix(".csv")
        used.add(listed)
        if field["openCodelist"]:
            assert "enum" not in holder, pointer
        elif listed not in OF_THE_CORE:
            codes = [row["Code"] for row in codelist(listed)]
            null = [None] if "null" in types(field) and "array" not in types(field) else []
            assert holder["enum"] == [*codes, *null], pointer
    assert used <= {*CODELISTS, *OF_THE_CORE}
    if name == "release-schema.json":
        assert used - OF_THE_CORE == {listed for listed in CODELISTS if not listed.startswith("+")}


@pytest.mark.parametrize("name", CODELISTS)
def test_codelists_are_written_as_the_standard_writes_them(name):
    text = (FOLDER / "codelists" / f"{name}.csv").read_text("utf-8")
    rows = codelist(name)
    again = io.StringIO()
    writer = csv.DictWriter(again, ("Code", "Title", "Description"), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    assert text == again.getvalue()
    for row in rows:
        assert re.fullmatch("[a-z]+([A-Z][a-z]+)*", row["Code"])
        assert all(cell and cell == cell.strip() for cell in row.values())
        assert row["Description"].endswith(".")
        assert not row["Title"].endswith(".")
    for column in ("Code", "Title", "Description"):
        assert len({row[column] for row in rows}) == len(rows), column
    assert name.lstrip("+") in OF_THE_CORE or not name.startswith("+")


def test_the_extension_says_what_it_is_as_extensions_do():
    about = read("extension.json")
    assert set(about) == {"name", "description", "documentationUrl", "contactPoint", "compatibility", "codelists",
                          "schemas", "dependencies", "testDependencies"}  # fmt: skip
    for text in ("name", "description", "documentationUrl"):
        assert set(about[text]) == {"en"}
        assert about[text]["en"].strip()
    assert about["compatibility"] == ["1.1"]
    assert about["codelists"] == [f"{name}.csv" for name in CODELISTS]
    assert about["schemas"] == ["release-schema.json"]
    addresses = [*about["dependencies"], *about["testDependencies"]]
    assert all(re.fullmatch(r"https://\S+/extension\.json", address) for address in addresses)
    assert len(set(addresses)) == len(addresses)


def test_the_files_that_an_extension_has_are_there():
    for name in ("README.md", "CHANGELOG.md", "LICENSE"):
        assert (FOLDER / name).read_text("utf-8").strip()
    assert (FOLDER / "LICENSE").read_text("utf-8") == (FOLDER.parent / "LICENSE").read_text("utf-8")


BUILT_UPON = ("lots", "metrics", "bids", "awardCriteria")


def test_the_patch_adds_and_never_overwrites(shared_data):
    """As Open Contracting's own check: a patch may not change what the standard or another extension says."""
    before = official.release_schema(shared_data, BUILT_UPON)
    for pointer, part in parts(read("release-schema.json")):
        for name, value in part.items():
            known = at(before, f"{pointer}/{name}")
            assert known is None or (isinstance(value, dict) and isinstance(known, dict)), f"{pointer}/{name}"


def test_the_patched_schema_is_a_schema_whose_references_all_resolve(shared_data):
    patched = official.release_schema(shared_data, (*BUILT_UPON, "socialCare"))
    jsonschema.Draft4Validator.check_schema(patched)
    # The lots extension leaves this one to another.
    known = {"SubmissionTerms", *patched["definitions"]}
    for pointer, part in parts(patched):
        if isinstance(reference := part.get("$ref"), str) and reference.startswith("#/"):
            assert reference.rpartition("/")[2] in known, pointer


def test_there_is_no_codelist_of_the_core_under_another_name(shared_data):
    core = {path.stem for path in (shared_data / "ocds/standard-1.1.5/codelists").glob("*.csv")}
    assert {name for name in CODELISTS if not name.startswith("+")}.isdisjoint(core)
    assert {name[1:] for name in CODELISTS if name.startswith("+")} <= core


def at(schema, pointer):
    found = schema
    for name in pointer.strip("/").split("/"):
        found = found.get(name) if isinstance(found, dict) else None
    return found
