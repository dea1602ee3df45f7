"""What is worth a word in releases that break no rule."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.ocds.description import Description, describe
from candour.ocds.fields import Field
from candour.ocds.validate import Validator

DESCRIPTION = describe(["lots"])
NAMES = ["id", "tender", "title", "title_cy", "lots", "submissionMethod", "amendment", "amendments", "items", "buyer"]
NAMES += ["parties", "roles", "contactPoint", "details", "documents", "lotz", "awards", "value", "amount"]


def remarks(release: dict[str, Any], extensions: list[str] | None = None) -> list[tuple[str, str]]:
    validator = Validator() if extensions is None else Validator(extensions)
    return [(problem.rule.id, problem.position) for problem in validator.remarks(release)]


def test_a_valid_release_is_remarked_on():
    odd = {"ocid": "ocds-fiction-1", "tender": {"id": "t", "lotz": [], "submissionMethod": ["pigeon"], "title": "\t"}}
    assert remarks(odd) == [
        ("additional-field", "tender.lotz"),
        ("open-code", "tender.submissionMethod[0]"),
        ("says-nothing", "tender.title"),
    ]


def test_a_field_of_an_extension_that_is_not_declared_is_said_to_be_one():
    [problem] = Validator([]).remarks({"tender": {"lots": []}})
    assert "or declare the extension lots, which describes it" in problem.for_publisher()


@pytest.mark.parametrize("nothing", [None, 0, False, 0.0])
def test_null_nought_and_false_say_something_or_nothing_that_is_meant(nothing):
    assert remarks({"tender": {"hasEnquiries": nothing, "amendment": None}}) == []


def test_an_error_is_not_remarked_on_besides():
    problems = Validator().problems({"ocid": "", "tender": {"id": "", "status": ""}})
    assert len({problem.position for problem in problems}) == len(problems)


values = st.recursive(
    st.none() | st.booleans() | st.sampled_from([0, 1.5, "", " ", "\u00a0", "text", "buyer", "written", "pigeon"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=4),
    max_leaves=20,
)


@given(st.dictionaries(st.sampled_from(NAMES), values, max_size=6))
def test_remarks_are_what_the_plain_definition_says(release):
    assert sorted(remarks(release, ["lots"])) == sorted(plainly(release, DESCRIPTION.release.fields, DESCRIPTION, ""))


def plainly(value: dict[str, Any], fields: Any, description: Description, here: str) -> list[tuple[str, str]]:
    """The definition once more, field by field and without regard to speed."""
    found = []
    for name, child in value.items():
        at = f"{here}.{name}" if here else name
        field = fields.get(name)
        if field is None:
            translated = fields.get(name.removesuffix("_cy")) if name.endswith("_cy") else None
            if translated is None or not translated.translated:
                found.append(("additional-field", at))
            elif child is not None and not isinstance(child, str):
                found.append(("not-text", at))
        else:
            if field.deprecated and child is not None:
                found.append(("deprecated-field", at))
            found += nothing_or_further(child, field, description, at)
    return found


def nothing_or_further(value: Any, field: Field, description: Description, at: str) -> list[tuple[str, str]]:
    if isinstance(value, str | list | dict) and (not value or (isinstance(value, str) and not value.strip())):
        return [("says-nothing", at)]
    members = description.members(field)
    if isinstance(value, dict):
        return plainly(value, members, description, at) if members else []
    if isinstance(value, str):
        codes = description.codelists.get(field.codelist)
        return [("open-code", at)] if codes and not field.closed and value not in codes else []
    found = []
    for index, element in enumerate(value if isinstance(value, list) else []):
        if isinstance(element, dict):
            found += plainly(element, members, description, f"{at}[{index}]") if members else []
            needs_id = "id" in members and not members["id"].required and field.merge != "wholeListMerge"
            if needs_id and field.is_array and element.get("id") is None:
                found.append(("no-id-to-merge-by", f"{at}[{index}]"))
        elif isinstance(element, str):
            found += nothing_or_further(element, field, description, f"{at}[{index}]")
    return found
