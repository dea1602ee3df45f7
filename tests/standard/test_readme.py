"""The README shows only what is true: valid examples, terms that are fields, codes that are codes, working links."""

import json
import re

import jsonschema
import pytest

from candour.ocds.description import EXTENSIONS, describe
from candour.ocds.statement import statement_description
from candour.ocds.validate import Validator
from tests.ocds import official

from .files import FOLDER
from .test_examples import NAMED

TEXT = (FOLDER / "README.md").read_text("utf-8")
MINIMAL = {"ocid": "ocds-f1ct10-1", "id": "1", "date": "2026-01-01T00:00:00Z", "tag": ["tender"],
           "initiationType": "tender"}  # fmt: skip
EXAMPLES = re.findall(r"```json\n(.+?)```", TEXT, re.DOTALL)


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_an_example_is_indented_and_a_valid_piece_of_a_release(number):
    shown = json.loads(EXAMPLES[number])
    assert EXAMPLES[number] == json.dumps(shown, ensure_ascii=False, indent=2) + "\n"
    assert Validator().problems({**MINIMAL, **shown}) == []


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_an_example_satisfies_the_official_schema_patched_with_no_field_left_over(shared_data, number):
    schema = strict(official.release_schema(shared_data, NAMED))
    assert list(jsonschema.Draft4Validator(schema).iter_errors({**MINIMAL, **json.loads(EXAMPLES[number])})) == []


def strict(schema):
    if isinstance(schema, list):
        return [strict(member) for member in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {"additionalProperties": False} if isinstance(schema.get("properties"), dict) else {}
    return {name: strict(member) for name, member in schema.items()} | closed


def test_every_term_is_a_field_a_kind_of_object_or_a_file():
    description, statement = describe(EXTENSIONS), statement_description()
    known = {*description.definitions, *statement.definitions}
    for path, field in [*description.walk(), *statement.walk()]:
        known |= {".".join(path), field.name}
    # With a quotation mark in front it is a piece of JSON.
    terms = set(re.findall(r"`([^`\n]+)`", re.sub(r"```.+?```", "", TEXT, flags=re.DOTALL)))
    assert {term for term in terms if not term.startswith('"')} - known == set()


def test_every_code_is_a_code():
    codes = {code for name, listed in describe().codelists.items() if name.startswith("care") for code in listed}
    said = set(re.findall(r"'(\S+)'", TEXT))
    assert said
    assert said <= codes


def test_every_link_into_the_folder_leads_to_a_file():
    for target in re.findall(r"\]\(([^)#]+)\)", TEXT):
        assert target.startswith("https://") or (FOLDER / target).exists(), target
