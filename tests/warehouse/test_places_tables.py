"""What files of places say stands in tables, and is found there by who compares."""

import json
from decimal import Decimal

import pytest

from candour.care import councils
from candour.compare.neighbours import quantities
from candour.warehouse.building import build
from candour.warehouse.warehouse import Warehouse

LIST = (
    "local-authority-code,official-name,nice-name,gss-code,start-date,end-date,replaced-by,nation,region,"
    "local-authority-type,county-la,former-gss-codes,area,pop-2020,lat,long\n"
)


@pytest.fixture
def places(archive):
    """Adds a file of places of the day that its name says."""

    def add(content: str, day: str = "2026-01-31"):
        return archive.add(content.encode(), source="places", name=f"places-{day}.csv")

    return add


def merton(people: int) -> str:
    return f"{LIST}MRT,London Borough of Merton,Merton,E09000024,,,,England,London,LBO,,,38,{people},51.4,-0.2\n"


def test_a_council_its_names_and_its_figures(places, ask):
    receipt = places(merton(200_000))
    assert ask("SELECT council, name, region, receipt FROM places") == [
        ("GB-LAE-MRT", "London Borough of Merton", "London", receipt.id)
    ]
    assert sorted(ask("SELECT name, council, found FROM place_names")) == [
        ("London Borough of Merton", "GB-LAE-MRT", True),
        ("Merton", "GB-LAE-MRT", True),
    ]
    assert sorted(ask("SELECT figure, value, unit, year FROM place_figures")) == [
        ("area", Decimal(38), "km2", None),
        ("latitude", Decimal("51.4"), "degrees", None),
        ("longitude", Decimal("-0.2"), "degrees", None),
        ("population", Decimal(200_000), "people", 2020),
    ]


def test_an_outline_is_kept_as_it_came(archive, ask):
    shape = {"type": "Polygon", "coordinates": [[[0, 51], [1, 51], [1, 52], [0, 51]]]}
    feature = {"properties": {"XCD": "E09000024", "XNM": "Merton"}, "geometry": shape}
    content = json.dumps({"type": "FeatureCollection", "features": [feature]}).encode()
    archive.add(content, source="places", name="outlines.geojson")
    ((council, geometry),) = ask("SELECT council, geometry FROM outlines")
    assert council == "GB-LAE-MRT"
    assert json.loads(geometry) == shape


def test_what_is_known_of_a_council_is_the_newest_that_files_say(archive, places, tmp_path):
    places(merton(200_000))
    places(merton(210_000), day="2026-02-28")
    measure = "measure,period,council,statistic,value\n"
    rows = "ascof-2b,2023-24,Merton,denominator,130000\nascof-2b,2024-25,Merton,denominator,140000\n"
    archive.add((measure + rows).encode(), source="council_tables", name="table-2026-01-31.csv")
    build(archive, tmp_path / "built")
    engine = Warehouse.open(tmp_path / "built")
    known = quantities(engine)
    engine.close()
    council = councils.find("Merton")
    assert council is not None
    of_merton = known[council.organisation_id]
    assert {name: quantity.value for name, quantity in of_merton.items()} == {
        "population": 210_000,
        "area": 38,
        "people of 18 to 64": 140_000,
    }
    assert of_merton["population"].period == "2020"
