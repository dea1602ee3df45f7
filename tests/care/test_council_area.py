import pytest

from candour.care.council_area import NATIONS, REGIONS, area_of_cassr, area_of_code, area_of_name, existed_in
from candour.care.councils import all_councils
from candour.care.period import financial_year, parse_period

NOW = financial_year(2024)


def test_both_dorsets_are_told_apart_by_their_gss_codes():
    old, new = area_of_code("E10000009"), area_of_code("E06000059")
    assert (old.council.name, new.council.name) == ("Dorset County Council", "Dorset Council")
    assert old.council.end is not None


def test_nations_and_regions_are_no_councils():
    for name, code in NATIONS.items():
        assert (area_of_code(code).level, area_of_name(name, NOW).gss) == ("nation", code)
    for name, code in REGIONS.items():
        assert (area_of_code(code).level, area_of_name(name, NOW).gss) == ("region", code)


def test_every_region_of_a_council_is_known():
    assert {each.region for each in all_councils() if each.nation == "England"} <= REGIONS.keys() | {""}


@pytest.mark.parametrize("said", ["Fife", "S12000047", "GB-LAS-FIF", "Fife Council"])
def test_a_council_is_found_by_name_and_by_code(said: str):
    assert area_of_name(said, NOW).council.name == "Fife Council"


def test_what_is_not_known_is_a_council_without_a_name_of_ours():
    area = area_of_name("Fictional Borough Council", NOW)
    assert (area.level, area.council, area.gss) == ("council", None, "")
    assert area_of_code("E99999999").reason == "no council has the GSS code E99999999"


def test_a_cassr_code_that_passed_on_is_told_by_the_period():
    assert area_of_cassr("809", financial_year(2018)).council.name == "Dorset County Council"
    assert area_of_cassr("809", financial_year(2019)).council.name == "Dorset Council"
    assert area_of_cassr("809", parse_period("2019")) is None, "both stood in that calendar year"
    assert area_of_cassr("H6X4G", NOW).council.name == "Cumberland Council"
    assert area_of_cassr("S", NOW) is None


def test_the_name_of_an_old_and_a_new_council_is_told_by_the_period():
    assert area_of_name("Somerset", financial_year(2018)).council.kind == "county"
    assert area_of_name("Somerset", NOW).council.kind == "unitary"


def test_a_council_stood_in_some_periods():
    old = area_of_code("E10000009").council
    assert [existed_in(old, financial_year(year)) for year in (2017, 2018, 2019)] == [True, True, False]


def test_an_area_that_councils_share_is_a_group_and_none_of_them():
    area = area_of_name("Clackmannanshire & Stirling", NOW)
    assert (area.level, area.council) == ("group", None)
