import pytest

from candour.care.council_area import NATIONS, REGIONS, area_of_code, area_of_name
from candour.care.councils import all_councils


def test_both_dorsets_are_told_apart_by_their_gss_codes():
    old, new = area_of_code("E10000009"), area_of_code("E06000059")
    assert (old.council.name, new.council.name) == ("Dorset County Council", "Dorset Council")
    assert old.council.end is not None


def test_nations_and_regions_are_no_councils():
    for name, code in NATIONS.items():
        assert (area_of_code(code).level, area_of_name(name).gss) == ("nation", code)
    for name, code in REGIONS.items():
        assert (area_of_code(code).level, area_of_name(name).gss) == ("region", code)


def test_every_region_of_a_council_is_known():
    assert {each.region for each in all_councils() if each.nation == "England"} <= REGIONS.keys() | {""}


@pytest.mark.parametrize("said", ["Fife", "S12000047", "GB-LAS-FIF", "Fife Council"])
def test_a_council_is_found_by_name_and_by_code(said: str):
    assert area_of_name(said).council.name == "Fife Council"


def test_what_is_not_known_is_a_council_without_a_name_of_ours():
    area = area_of_name("Fictional Borough Council")
    assert (area.level, area.council, area.gss) == ("council", None, "")
    assert area_of_code("E99999999").reason == "no council has the GSS code E99999999"
