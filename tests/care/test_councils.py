import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candour.care import councils


@pytest.mark.parametrize(
    ("text", "organisation_id"),
    [
        ("London Borough of Merton", "GB-LAE-MRT"),
        ("Merton Council", "GB-LAE-MRT"),
        ("MERTON LBC", "GB-LAE-MRT"),
        ("Merton", "GB-LAE-MRT"),
        ("E09000024", "GB-LAE-MRT"),
        ("gb-lae-mrt", "GB-LAE-MRT"),
        ("City & County of Swansea", "GB-PLA-SWA"),
        ("Cyngor Abertawe", "GB-PLA-SWA"),
        ("Comhairle nan Eilean Siar", "GB-LAS-ELS"),
        ("Western Isles Council", "GB-LAS-ELS"),
        ("THE CITY OF EDINBURGH COUNCIL", "GB-LAS-EDH"),
        ("St. Helens MBC", "GB-LAE-SHN"),
        ("REDCAR &amp; CLEVELAND BOROUGH COUNCIL", "GB-LAE-RCC"),
        ("King’s Lynn & West Norfolk", "GB-LAE-KIN"),
        ("Bristol, City of", "GB-LAE-BST"),
        ("Hertfordshire County Council - Children's Services", "GB-LAE-HRT"),
        ("Cyngor Gwynedd / Gwynedd Council", "GB-PLA-GWN"),
        ("Derry City and Strabane District Council", "GB-LANI-DRS"),
        ("Barnsley MBC", "GB-LAE-BNS"),
        ("E08000016", "GB-LAE-BNS"),
    ],
)
def test_a_council_is_found_however_it_is_written(text, organisation_id):
    found = councils.look_up(text)
    assert found.council is not None, found.reason
    assert found.council.organisation_id == organisation_id
    assert found.reason


@pytest.mark.parametrize(
    "text",
    [
        "Somerset",
        "North Yorkshire",
        "Merton County Council",
        "Fictional Parish Council",
        "Thame Town Council",
        "Newport City Homes",
        "City of Glasgow College",
        "Two councils (Leeds City Council, City of Bradford Metropolitan District Council)",
        "Council",
        "E99999999",
        "GB-LAE-XXX",
        "",
    ],
)
def test_what_could_be_several_or_none_is_not_guessed(text):
    found = councils.look_up(text)
    assert found.council is None
    assert found.reason


def test_old_and_new_councils_of_one_place_are_told_apart_by_their_names():
    old, new = councils.find("Somerset County Council"), councils.find("Somerset Council")
    assert old is not None
    assert new is not None
    assert (old.end, new.start) == (date(2023, 3, 31), date(2023, 4, 1))


@pytest.mark.parametrize(
    ("old", "new", "when"),
    [
        ("Cumbria County Council", {"Cumberland Council", "Westmorland and Furness Council"}, date(2023, 4, 1)),
        ("North Yorkshire County Council", {"North Yorkshire Council"}, date(2023, 4, 1)),
        (
            "Northamptonshire County Council",
            {"North Northamptonshire Council", "West Northamptonshire Council"},
            date(2021, 4, 1),
        ),
        (
            "Dorset County Council",
            {"Dorset Council", "Bournemouth, Christchurch and Poole Council"},
            date(2019, 4, 1),
        ),
        ("Buckinghamshire County Council", {"Buckinghamshire Council"}, date(2020, 4, 1)),
        ("Derry City Council", {"Derry City and Strabane District Council"}, date(2015, 4, 1)),
        ("Taunton Deane Borough Council", {"Somerset West and Taunton Council"}, date(2019, 4, 1)),
    ],
)
def test_a_council_that_ended_leads_to_those_that_took_over(old, new, when):
    council = councils.find(old)
    assert council is not None
    assert {known.new.name for known in councils.successors(council)} == new
    assert {known.date for known in councils.successors(council)} == {when}


def test_successions_and_dates_agree():
    for council in councils.all_councils():
        assert bool(council.end) == bool(councils.successors(council))
        for known in councils.successors(council):
            assert council.end == known.date - timedelta(days=1)
            assert known.new.start == known.date
        for known in councils.predecessors(council):
            assert council in {later.new for later in councils.successors(known.old)}


def test_as_many_living_councils_have_the_duty_of_social_care_as_the_four_nations_have():
    duty = [known for known in councils.all_councils() if known.social_care and known.end is None]
    per_nation = {
        nation: sum(known.nation == nation for known in duty) for nation in ("England", "Scotland", "Wales")
    }
    assert per_nation == {"England": 153, "Scotland": 32, "Wales": 22}
    assert len(duty) == 207


def test_every_council_is_found_by_its_own_name_codes_and_no_other():
    for council in councils.all_councils():
        assert councils.find(council.name) == council
        assert councils.find(council.organisation_id) == council
        for code in filter(None, (council.gss, *council.other_gss)):
            assert councils.find(code) == council
        for name in council.other_names:
            assert councils.find(name) == council


@given(st.text(max_size=40))
@settings(deadline=None, max_examples=200)
def test_any_text_has_an_answer_with_a_reason(text):
    assert councils.look_up(text).reason


def test_real_buyers_that_look_like_councils_are_found(real_releases):
    names = {name for release in real_releases if (name := (release.get("buyer") or {}).get("name"))}
    looks_like = re.compile(r"\b(?:council|cyngor|london borough|borough of|comhairle|cbc)\b", re.IGNORECASE)
    not_one = re.compile(r"parish|town council|reporting council", re.IGNORECASE)
    like = {name for name in names if looks_like.search(name) and not not_one.search(name)}
    found = {name for name in like if councils.find(name)}
    print(f"{len(found)} of {len(like)} buyers that look like councils are found; not: {sorted(like - found)}")
    assert len(like) > 80
    assert len(found) / len(like) > 0.97


def test_a_county_lies_in_the_region_of_its_districts():
    known = {council.organisation_id: council for council in councils.all_councils()}
    apart = [c.name for c in known.values() if c.county and known[c.county].region != c.region]
    assert apart == []
