"""Councils in a like position: the definition, who is compared with whom, and what is said of it."""

from datetime import date
from pathlib import Path

import pytest

from candour.care import councils
from candour.care.council_outcome import CouncilOutcome
from candour.care.places.said import PlaceFigure
from candour.compare.neighbours import Quantity, council_neighbours, methods
from candour.compare.neighbours.quantities import newest
from candour.definitions import DefinitionError
from candour.sources.account import Tally
from candour.sources.tables import tables_sources

DAY = date(2026, 6, 1)
METHOD = methods()["size-density-age"]
ENGLAND = [known for known in councils.all_councils() if known.nation == "England" and known.social_care]
IN_FORCE = [known for known in ENGLAND if known.in_force(DAY)]


def of(population: float, area: float, adults: float | None = None, older: float | None = None):
    said = {"population": population, "area": area, "people of 18 to 64": adults, "people of 65 and over": older}
    return {name: Quantity(value, "2020", "fiction") for name, value in said.items() if value is not None}


def fiction():
    """Made-up figures: councils in a row, each a little larger, denser and older than the one before."""
    return {
        known.organisation_id: of(100_000 * 1.02**at, 100, 60_000, 10_000 + 100 * at)
        for at, known in enumerate(ENGLAND)
    }


def test_the_nearest_are_those_beside_one():
    council = IN_FORCE[40]
    found = council_neighbours(council, METHOD, fiction(), DAY)
    assert found.why_not == ""
    assert len(found.neighbours) == METHOD.number
    assert {IN_FORCE[39].organisation_id, IN_FORCE[41].organisation_id} <= {
        each.unit for each in found.neighbours[:3]
    }
    assert set(found.values) == {known.organisation_id for known in IN_FORCE}
    assert found.values[council.organisation_id]["density"] == pytest.approx(1000 * 1.02 ** ENGLAND.index(council))


def test_every_neighbour_is_explained():
    found = council_neighbours(IN_FORCE[40], METHOD, fiction(), DAY)
    said = found.wording(found.neighbours[0])
    name = councils.by_organisation_id(found.neighbours[0].unit)
    assert name is not None
    assert said.startswith(f"{name.name}: distance 0.")
    assert "most alike in “" in said
    assert "most unlike in “" in said


def test_a_council_that_lacks_a_variable_is_compared_by_the_others_and_it_is_said():
    known = fiction()
    lacking = IN_FORCE[41].organisation_id
    known[lacking] = of(known[lacking]["population"].value, 100)
    found = council_neighbours(IN_FORCE[40], METHOD, known, DAY)
    neighbour = next(each for each in found.neighbours if each.unit == lacking)
    assert neighbour.not_compared == ("older-adults",)
    assert "not compared in “Share of adults" in found.wording(neighbour)


def test_who_is_not_known_is_left_out_with_a_reason():
    known = fiction()
    del known[IN_FORCE[41].organisation_id]
    found = council_neighbours(IN_FORCE[40], METHOD, known, DAY)
    assert [each.unit for each in found.not_comparable] == [IN_FORCE[41].organisation_id]
    nothing = council_neighbours(IN_FORCE[41], METHOD, known, DAY)
    assert nothing.neighbours == ()
    assert "add the files of places" in nothing.why_not


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Cumbria County Council", "did not stand on 2026-06-01"),
        ("Adur District Council", "does not arrange adult social care"),
        ("Belfast City Council", "does not arrange adult social care"),
    ],
)
def test_councils_without_the_duty_or_that_ended_have_no_neighbours(name, why):
    council = councils.find(name)
    assert council is not None
    found = council_neighbours(council, METHOD, fiction(), DAY)
    assert found.neighbours == ()
    assert why in found.why_not


def test_a_council_that_ended_had_neighbours_of_its_day():
    cumbria = councils.find("Cumbria County Council")
    assert cumbria is not None
    found = council_neighbours(cumbria, METHOD, fiction(), date(2023, 3, 31))
    assert found.neighbours
    assert "GB-LAE-CBD" not in found.values


def test_the_newest_of_a_quantity_counts():
    rows = [("GB-LAE-MRT", "area", 1.0, "", "a"), ("GB-LAE-MRT", "area", 2.0, "2020", "b")]
    assert newest(rows)["GB-LAE-MRT"]["area"] == Quantity(2.0, "2020", "b")


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("weight: 1", "weight: 0", "weight"),
        ("at_least: 2", "at_least: 9", "at_least"),
        ("[area]", "[acres]", "denominator"),
        ("id: density", "id: population", "share an id"),
        ("number: 10", "nummer: 10", "nummer"),
        ("id: size-density-age", "id: other", "expected the file's name"),
    ],
)
def test_a_method_that_cannot_be_meant_is_refused_by_file_and_field(tmp_path: Path, old: str, new: str, field: str):
    text = (Path(__file__).parents[2] / "definitions" / "neighbours" / "size-density-age.yaml").read_text("utf-8")
    assert old in text
    (tmp_path / "size-density-age.yaml").write_text(text.replace(old, new), "utf-8")
    with pytest.raises(DefinitionError, match=rf"size-density-age\.yaml.*{field}"):
        methods(tmp_path)


def test_real_councils_have_neighbours_that_one_can_believe(shared_data: Path):
    found = newest(sorted(real(shared_data), key=lambda row: row[3]))
    expected = {"England": (3, 153), "Scotland": (2, 32), "Wales": (2, 22)}
    for nation, (variables, members) in expected.items():
        first = next(each for each in councils.all_councils() if each.nation == nation and each.social_care)
        table = council_neighbours(first, METHOD, found, DAY)
        assert len(table.values) == members
        assert max(map(len, table.values.values())) == variables
        assert not table.not_comparable
    expected_near = {
        "Calderdale": {"Barnsley Metropolitan Borough Council", "Rotherham Metropolitan Borough Council"},
        "Hackney": {"London Borough of Islington"},
        "Glasgow City": {"City of Edinburgh Council"},
        "Powys": {"Ceredigion County Council"},
    }
    for name, near in expected_near.items():
        council = councils.find(name)
        assert council is not None
        table = council_neighbours(council, METHOD, found, DAY)
        names = {known.name for each in table.neighbours if (known := councils.by_organisation_id(each.unit))}
        print(*map(table.wording, table.neighbours), sep="\n")
        assert near <= names


def real(shared_data: Path):
    files = {
        "places": ("geography/uk_local_authorities_current.csv",),
        "ascof": ("outcomes/ascof_2024_25_tidy.csv",),
    }
    for source, names in files.items():
        for name in names:
            with (shared_data / name).open("rb") as stream:
                for said in tables_sources()[source].read(stream, name=name, tally=Tally()):
                    if isinstance(said, PlaceFigure):
                        yield said.council, said.figure, float(said.value), str(said.year or ""), said.layout
                    elif isinstance(said, CouncilOutcome) and said.statistic == "denominator" and said.council:
                        ages = {"ascof-2b": "people of 18 to 64", "ascof-2c": "people of 65 and over"}
                        if said.measure in ages and said.value is not None:
                            yield said.council, ages[said.measure], float(said.value), "2024", source
