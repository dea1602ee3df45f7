"""Every name of a council that a source writes leads to that council, on the day of the file."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from candour.care import councils
from candour.care.places import joint_area

NO_COUNCIL = {"outside Scotland", "[z]", ""}


def rows(path: Path):
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
        yield from csv.DictReader(lines)


def lines(path: Path):
    with path.open("rb") as file:
        yield from map(json.loads, file)


@pytest.mark.parametrize(
    ("text", "on", "name"),
    [
        ("Somerset", date(2023, 3, 31), "Somerset County Council"),
        ("Somerset", date(2023, 4, 1), "Somerset Council"),
        ("Dorset", date(2025, 1, 1), "Dorset Council"),
        ("Cumbria", date(2025, 1, 1), "Cumbria County Council"),
        ("Medway Towns", None, "Medway Council"),
        ("Telford and the Wrekin UA", None, "Telford & Wrekin Council"),
        ("merton london boro", None, "London Borough of Merton"),
        ("glasgow city coucil", None, "Glasgow City Council"),
    ],
)
def test_a_day_tells_two_councils_of_one_place_apart(text, on, name):
    found = councils.look_up(text, on)
    assert found.council is not None, found.reason
    assert found.council.name == name


def test_a_code_that_passed_on_means_both_councils_until_a_day_is_known():
    old, new = councils.by_cassr("809")
    assert (old.name, new.name) == ("Dorset County Council", "Dorset Council")
    assert [known.name for known in councils.by_cassr("809") if known.in_force(date(2020, 1, 1))] == [
        "Dorset Council"
    ]
    for code in ("Z9D4Z", "U6Q5Z", "W8X1Q", "H6X4G"):
        assert len(councils.by_cassr(code)) == 1
    assert councils.by_cassr("") == ()


def test_every_english_council_with_the_duty_has_a_cassr_code():
    duty = [known for known in councils.all_councils() if known.social_care and known.nation == "England"]
    assert not [known.name for known in duty if not known.cassr]
    assert not [known.name for known in councils.all_councils() if known.cassr and known not in duty]


def test_regions_are_englands_nine_also_of_councils_that_have_ended():
    assert len({known.region for known in councils.all_councils() if known.nation == "England"}) == 9
    assert {known.region for known in councils.all_councils() if known.nation != "England"} == {""}


def test_an_area_that_councils_share_is_none_of_them():
    shared = joint_area.find("Clackmannanshire & Stirling")
    assert shared is not None
    assert {council.name for council in shared.councils} == {"Clackmannanshire Council", "Stirling Council"}
    assert councils.find("Clackmannanshire and Stirling") is None
    assert joint_area.find("Stirling") is None


@pytest.mark.parametrize(
    ("path", "column", "day"),
    [
        ("registers/cqc/directory_locations_2025.csv", "Location Local Authority", date(2025, 8, 1)),
        ("registers/cqc/directory_ratings_lincolnshire_2026.csv", "Location Local Authority", date(2026, 6, 1)),
        ("registers/care_inspectorate/datastore_2026-05-31.csv", "Council_Area_Name", date(2026, 5, 31)),
        ("registers/care_inspectorate/datastore_2026-05-31.csv", "Integration_Authority_Name", date(2026, 5, 31)),
    ],
)
def test_every_council_that_a_register_names_is_found(shared_data, path, column, day):
    names = {row[column].strip() for row in rows(shared_data / path)} - NO_COUNCIL
    missed = {name for name in names if councils.find(name, day) is None and joint_area.find(name) is None}
    print(f"{path}: {len(names) - len(missed)} of {len(names)} names in {column} are found; not: {sorted(missed)}")
    assert names
    assert not missed


@pytest.mark.parametrize("name", ["api_locations_oldham.jsonl", "api_providers_oldham.jsonl"])
def test_every_council_that_the_api_names_is_found(shared_data, name):
    names = {said for each in lines(shared_data / "registers" / "cqc" / name) if (said := each.get("localAuthority"))}
    assert names
    assert not {said for said in names if councils.find(said, date(2025, 8, 1)) is None}


def test_names_and_codes_of_the_outcomes_lead_to_the_same_council(shared_data):
    found = 0
    for row in rows(shared_data / "outcomes" / "ascof_2024_25_tidy.csv"):
        if row["area_type"] != "council" or row["la_code"] in NO_COUNCIL:
            continue
        council = councils.by_gss(row["gss_code"])
        assert council is not None, row
        assert council in councils.by_cassr(row["la_code"]), row
        said = councils.find(row["la_name"], council.end or date(2025, 3, 31))
        assert said == council, row
        found += 1
    assert found > 60_000
