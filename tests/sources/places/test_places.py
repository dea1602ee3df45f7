"""Files of places: every row has a fate, what they say is kept, and nothing of it changes the table of councils."""

import io
import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.care import councils
from candour.care.places.said import Outline, Place, PlaceFigure, PlaceName
from candour.ocds.problems import Problem
from candour.sources.account import Tally
from candour.sources.tables import recognise, tables_sources

LIST = (
    "local-authority-code,official-name,nice-name,gss-code,start-date,end-date,replaced-by,nation,region,"
    "local-authority-type,county-la,former-gss-codes,area,pop-2020,lat,long"
)
ROWS_OF_FILES = {
    "cassr_gss_crosswalk.csv": 158,
    "ctyua_dec2023_uk_simplified.geojson": 218,
    "local_authority_all_codes.csv": 415,
    "local_authority_name_variants.csv": 1774,
    "org_id_to_gss.csv": 459,
    "uk_local_authorities_current.csv": 470,
}


class Reading:
    def __init__(self, content: bytes, name: str = "places.csv") -> None:
        tally = Tally()
        everything = [*tables_sources()["places"].read(io.BytesIO(content), name=name, tally=tally)]
        self.problems = [each for each in everything if isinstance(each, Problem)]
        self.said = [each for each in everything if not isinstance(each, Problem)]
        self.accounts = [*tally.accounts()]

    def of(self, kind: type) -> list:
        return [each for each in self.said if isinstance(each, kind)]

    def told(self, rule: str) -> list[Problem]:
        return [each for each in self.problems if each.rule.id == rule]

    def fates(self) -> dict[str, int]:
        fates = {"used": 0, "ignored": 0, "refused": 0}
        for account in self.accounts:
            if account.reason != "the heading":
                fates[account.outcome] += account.rows
        return fates


def listed(**said: str) -> bytes:
    columns = LIST.split(",")
    assert set(said) <= {column.replace("-", "_") for column in columns}
    row = ",".join(f'"{said.get(column.replace("-", "_"), "")}"' for column in columns)
    return f"{LIST}\n{row}\n".encode()


CUMBRIA = {
    "local_authority_code": "CMA",
    "official_name": "Cumbria County Council",
    "gss_code": "E10000006",
    "end_date": "2023-04-01",
    "replaced_by": "CBD,WAF",
    "nation": "England",
    "pop_2020": "499781.0",
    "area": "6767.0",
}


def test_a_council_of_the_list_has_its_names_and_figures():
    found = Reading(listed(**CUMBRIA))
    (place,) = found.of(Place)
    assert (place.council, place.successors) == ("GB-LAE-CMA", ("GB-LAE-CBD", "GB-LAE-WAF"))
    assert [name.name for name in found.of(PlaceName)] == ["Cumbria County Council"]
    figures = {figure.figure: (figure.value, figure.unit, figure.year) for figure in found.of(PlaceFigure)}
    assert figures == {
        "population": (Decimal("499781"), "people", 2020),
        "area": (Decimal("6767"), "km2", None),
    }


def test_a_file_that_disagrees_is_told_and_changes_nothing():
    found = Reading(listed(**CUMBRIA))
    (differs,) = found.told("council-differs")
    assert (differs.path, differs.found, differs.expected) == ("end-date", "2023-04-01, the day after", "2023-03-31")
    cumbria = councils.by_gss("E10000006")
    assert cumbria is not None
    assert str(cumbria.end) == "2023-03-31"
    assert str(found.of(Place)[0].end) == "2023-04-01"


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ({"gss_code": "E06000063"}, "gss-code"),
        ({"replaced_by": "CBD"}, "replaced-by"),
        ({"region": "London"}, "region"),
        ({"nation": "Wales"}, "nation"),
        ({"start_date": "1999-04-01"}, "start-date"),
    ],
)
def test_each_thing_that_can_differ_is_named(said, path):
    found = Reading(listed(**{**CUMBRIA, "end_date": "2023-03-31", **said}))
    assert [problem.path for problem in found.told("council-differs")] == [path]
    assert found.fates() == {"used": 1, "ignored": 0, "refused": 0}


def test_a_council_that_nobody_knows_is_refused_by_name():
    found = Reading(listed(local_authority_code="ZZZ", official_name="Fictional Council"))
    (unknown,) = found.told("council-not-in-table")
    assert "Fictional Council" in unknown.for_publisher()
    assert found.fates() == {"used": 0, "ignored": 0, "refused": 1}
    assert found.said == []


def test_a_combined_authority_is_no_council():
    found = Reading(listed(local_authority_code="GMCA", official_name="Greater Manchester Combined Authority"))
    assert found.fates() == {"used": 0, "ignored": 1, "refused": 0}
    assert found.of(Place) == []


def test_spellings_lead_to_their_council_or_say_that_they_do_not():
    found = Reading(
        b"la-name,local-authority-code\nMerton LBC,MRT\nthe one by the sea,BNH\n"
        b'"Sir Ynys M\xc3\xaf\xc2\xbf\xc2\xbdn",AGY\n'
        b"North Down,NIR-W\n"
    )
    said = {name.name: (name.council, name.found) for name in found.of(PlaceName)}
    assert said["Merton LBC"] == ("GB-LAE-MRT", True)
    assert said["the one by the sea"] == ("GB-LAE-BNH", False)
    assert said["North Down"] == ("GB-LANI-NDN", True)
    assert len(found.told("spelling-broken")) == 1
    assert found.fates() == {"used": 3, "ignored": 0, "refused": 1}


def test_a_code_that_passed_on_is_told_apart_by_the_other_code():
    found = Reading(
        b"la_code,la_name,gss_code\n809,Dorset County,E10000009\n809,Dorset,E06000059\n504,Nowhere,E99999999\n"
    )
    assert [(place.code, place.council) for place in found.of(Place)] == [
        ("809", "GB-LAE-DOR"),
        ("809", "GB-LAE-DST"),
    ]
    assert found.fates() == {"used": 2, "ignored": 0, "refused": 1}


def test_a_renamed_column_is_an_alarm():
    found = Reading(LIST.replace("pop-2020", "pop-2030").encode() + b"\nMRT" + b"," * LIST.count(",") + b"\n")
    assert {problem.path for problem in found.told("column-unknown")} == {"pop-2030"}
    assert "pop-2020" in {problem.path for problem in found.told("column-missing")}


def outline(**change: object) -> bytes:
    feature = {
        "type": "Feature",
        "properties": {"CTYUA99CD": "E09000024", "CTYUA99NM": "Merton"},
        "geometry": {"type": "Polygon", "coordinates": [[[0, 51], [1, 51], [1, 52], [0, 51]]]},
    }
    return json.dumps({"type": "FeatureCollection", "features": [{**feature, **change}, feature]}).encode()


def test_outlines_are_kept_as_they_are():
    found = Reading(outline(), "outlines.geojson")
    assert found.fates() == {"used": 2, "ignored": 0, "refused": 0}
    (first, _) = found.of(Outline)
    assert (first.council, first.name) == ("GB-LAE-MRT", "Merton")
    assert json.loads(first.geometry)["coordinates"][0][1] == [1, 51]


@pytest.mark.parametrize(
    "change",
    [{"geometry": None}, {"properties": None}, {"properties": {"CTYUA99CD": "E1"}}, {"geometry": {"type": "Point"}}],
)
def test_a_feature_that_is_no_outline_costs_only_itself(change):
    found = Reading(outline(**change), "outlines.geojson")
    assert found.fates() == {"used": 1, "ignored": 0, "refused": 1}
    assert len(found.problems) == 1


@given(
    st.binary(max_size=200).map(lambda text: b"{" + text)
    | st.sampled_from([b"{}", b'{"features": 3}', b'{"features": [3]}'])
)
def test_whatever_stands_after_a_brace_never_raises(text):
    assert Reading(text, "outlines.geojson").of(Outline) == []


@pytest.mark.parametrize("name", ROWS_OF_FILES)
def test_every_row_of_the_real_files_has_a_fate(shared_data: Path, name: str):
    path = shared_data / "geography" / name
    found = Reading(path.read_bytes(), name)
    for account in found.accounts:
        print(f"{name}: {account.rows} {account.outcome}: {account.reason}")
    assert sum(found.fates().values()) == ROWS_OF_FILES[name]
    assert found.fates()["refused"] == (2 if "variants" in name else 0)
    assert not found.told("column-unknown")
    assert not found.told("number-of-rows")
    assert {problem.rule.id for problem in found.problems} <= {"council-differs", "spelling-broken"}


def test_successions_agree_with_the_files_but_for_what_is_known(shared_data: Path):
    found = Reading((shared_data / "geography" / "uk_local_authorities_current.csv").read_bytes())
    differing = [problem for problem in found.told("council-differs") if problem.path == "replaced-by"]
    named = [problem.found for problem in differing]
    assert sorted(set(named)) == ["Dorset Council", "nobody"]
    assert named.count("Dorset Council") == 1, (
        "the file has only one of the two councils that divided Dorset's county"
    )
    assert named.count("nobody") == 25, "the file has no successors of Northern Ireland's districts"
    codes = Reading((shared_data / "geography" / "local_authority_all_codes.csv").read_bytes())
    assert codes.told("council-differs") == []


def test_every_spelling_of_the_real_file_leads_to_its_council(shared_data: Path):
    found = Reading((shared_data / "geography" / "local_authority_name_variants.csv").read_bytes())
    lost = [(name.name, name.council) for name in found.of(PlaceName) if not name.found]
    assert lost == []


def test_files_are_recognised(shared_data: Path):
    for name in ROWS_OF_FILES:
        with (shared_data / "geography" / name).open("rb") as file:
            assert recognise(file, name) == "places"
