"""A document that goes into a workbook comes out of it as it was, and the other way round."""

import io
from copy import deepcopy
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from candour.templates.choices import Choice
from candour.templates.error import TemplateError
from candour.templates.filling import filled_workbook
from candour.templates.kind import kinds
from candour.templates.reading import gathered_from, read_workbook
from candour.templates.rest import Rest, put_back

from .documents import document, plain

METRICS = [Choice("falls", "falls", {"title": "Falls", "version": "2", "question": "How often do people fall?"})]
BOUNDED = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
KINDS = sorted(kinds())


def back(workbook: bytes, rest: Rest | None = None):
    """What the cells say, with the rest, before the standard is asked."""
    _, gathered, _ = gathered_from(io.BytesIO(workbook), "filled.xlsx")
    if rest:
        put_back(gathered.document, rest)
    return gathered.document


@pytest.mark.parametrize("kind", KINDS)
@BOUNDED
@given(data=st.data())
def test_a_document_comes_back_whole(kind, data):
    given_document = data.draw(document(kinds()[kind]))
    filled = filled_workbook(given_document, METRICS)
    assert plain(back(filled.workbook, filled.rest)) == plain(given_document)


@pytest.mark.parametrize("kind", KINDS)
@BOUNDED
@given(data=st.data())
def test_a_workbook_comes_back_the_same(kind, data):
    first = filled_workbook(data.draw(document(kinds()[kind])), METRICS).workbook
    said = back(first)
    again = filled_workbook(said, METRICS)
    assert plain(back(again.workbook, again.rest)) == plain(said)
    assert filled_workbook(back(again.workbook, again.rest), METRICS).workbook == again.workbook


EXAMPLES = sorted((Path(__file__).parents[2] / "standard" / "examples").glob("*.json"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_of_the_standard_come_back_whole(path):
    example = msgspec.json.Decoder(float_hook=Decimal).decode(path.read_bytes())
    filled = filled_workbook(example, METRICS)
    reading = read_workbook(io.BytesIO(filled.workbook), name="example.xlsx", rest=filled.rest)
    assert not reading.errors
    assert plain(reading.document) == plain(example)


LEAVES = (
    st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.decimals(-9, 9, places=3) | st.text(max_size=5)
)
JSON = st.recursive(
    LEAVES,
    lambda each: st.lists(each, max_size=3) | st.dictionaries(st.text(max_size=4), each, max_size=3),
    max_leaves=6,
)


@pytest.mark.parametrize("kind", KINDS)
@BOUNDED
@given(data=st.data())
def test_whatever_is_somewhere_in_a_document_is_kept(kind, data):
    """Foreign fields, nulls, wrong types: all of it is in the workbook or in the rest."""
    given_document = data.draw(document(kinds()[kind]))
    holder = given_document
    while data.draw(st.booleans()):
        inside = [
            each
            for each in (holder.values() if isinstance(holder, dict) else holder)
            if isinstance(each, dict | list) and each
        ]
        if not inside:
            break
        holder = data.draw(st.sampled_from(inside))
    strange = data.draw(JSON)
    if isinstance(holder, list):
        holder.append(strange)
    else:
        holder[data.draw(st.sampled_from([*holder, "foreign"]))] = strange
    before = deepcopy(given_document)
    try:
        filled = filled_workbook(given_document, METRICS)
    except TemplateError:
        assert not given_document.get("releases")
        assert given_document.get("format") != "candour-statement"
        return
    sent = msgspec.json.Encoder(decimal_format="number").encode(filled.rest)
    rest = msgspec.json.Decoder(Rest, float_hook=Decimal).decode(sent)
    assert plain(back(filled.workbook, rest)) == plain(before) == plain(given_document)


@pytest.mark.parametrize("number", [Decimal("1e999999999"), Decimal("1e-999999999"), 10**400, "12", True, None])
def test_what_is_no_everyday_number_is_kept(number):
    observation = {"id": "1", "measure": number}
    metric = {"id": "falls", "observations": [observation]}
    given_document = {"ocid": "ocds-abc123-1", "id": "1", "tender": {"id": "1", "targets": [metric]}}
    filled = filled_workbook(given_document, METRICS)
    assert any(each.at[-1] == "measure" and each.value is number for each in filled.rest.kept)


def test_the_same_content_gives_the_same_bytes():
    given_document = {"ocid": "ocds-abc123-1", "id": "1"}
    assert filled_workbook(given_document, METRICS).workbook == filled_workbook(given_document, METRICS).workbook


@pytest.mark.parametrize("given_document", [[], {}, {"records": []}, "text", None, {"releases": []}])
def test_what_no_template_is_for_is_refused(given_document):
    with pytest.raises(TemplateError, match="expected a release package"):
        filled_workbook(given_document, METRICS)


def test_the_rest_of_an_object_that_is_gone_is_refused_and_not_lost():
    filled = filled_workbook(
        {"ocid": "ocds-abc123-1", "id": "1", "parties": [{"id": "a", "name": "A", "roles": ["buyer"], "x": 1}]},
        METRICS,
    )
    with pytest.raises(TemplateError, match=r"parties\[a\]\.x"):
        put_back({"releases": [{"parties": []}]}, filled.rest)


def test_a_rest_of_another_kind_is_refused():
    statement = {"format": "candour-statement", "version": "1.0", "foreign": 1}
    workbook = filled_workbook({"ocid": "ocds-abc123-1", "id": "1"}, METRICS).workbook
    with pytest.raises(TemplateError, match="statement"):
        read_workbook(io.BytesIO(workbook), name="a.xlsx", rest=filled_workbook(statement, METRICS).rest)
