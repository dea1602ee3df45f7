"""By what each contract last reported of everybody it is judged whether a standard that a metric measures is kept."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import orjson
import pytest

from candour.archive import Archive
from candour.minimum_standards.standard import Floor
from candour.operations.build import build_warehouse
from candour.operations.home import Home
from candour.operations.standards.place import Place
from candour.operations.standards.reported import Tally, reports_by
from candour.operations.standards.reports import reports_of
from candour.warehouse.engine import Engine

FLOOR = Floor(direction="at least", value=Decimal("0.5"), unit="share")
PLACE = Place(key="unlisted", name="Fictional Council", nation="england", council=None)


def observed(until: str, measure: float | None, **more: Any) -> dict[str, Any]:
    value = {} if measure is None else {"measure": measure}
    return {"id": until, "period": {"endDate": f"{until}T00:00:00Z"}, **value, **more}


def process(number: int, *observations: dict[str, Any]) -> dict[str, Any]:
    named = [{"id": name, "name": f"{name} Care Ltd"} for name in ("Ash", "Birch")[: number + 1]]
    return {
        "ocid": f"ocds-f1ct10-{number}",
        "id": "1",
        "date": "2026-05-01T00:00:00Z",
        "tag": ["implementation"],
        "initiationType": "tender",
        "parties": [one | {"roles": ["supplier"]} for one in named],
        "buyer": {"name": "Fictional Council"},
        "tender": {"id": "t", "title": f"Home care {number}"},
        "awards": [{"id": "a", "status": "active", "suppliers": named}],
        "contracts": [
            {
                "id": "c",
                "awardID": "a",
                "implementation": {"metrics": [{"id": "satisfaction", "observations": [*observations]}]},
            }
        ],
    }


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    home = Home(tmp_path_factory.mktemp("reports") / "candour-data")
    of_a_part = observed("2026-04-01", 0.1, dimensions={"age": "85 and over"})
    hidden = observed("2026-04-01", None, state="suppressed")
    releases = [
        process(0, observed("2025-03-31", 0.3), observed("2026-03-31", 0.8), of_a_part),
        process(1, observed("2026-03-31", 0.4), hidden),
    ]
    lines = b"\n".join(map(orjson.dumps, releases))
    Archive.at(home.archive).add(lines, source="test", publisher="Made up", name="made.jsonl")
    build_warehouse(home, workers=1)
    with home.tables() as opened:
        yield opened


def test_the_newest_figure_of_everybody_counts_and_never_that_of_a_part(tables: Engine) -> None:
    reports = reports_by(tables, "satisfaction", FLOOR)
    assert [(one.title, float(one.value), one.keeps) for one in reports.reported] == [
        ("Home care 0", 0.8, True),
        ("Home care 1", 0.4, False),
    ]
    assert (reports.contracts, reports.keep) == (2, 1)


def test_a_contract_that_two_suppliers_share_counts_once_but_for_each_of_them(tables: Engine) -> None:
    reports = reports_by(tables, "satisfaction", FLOOR)
    assert reports.buyers == (Tally(name="Fictional Council", contracts=2, keep=1),)
    assert reports.suppliers == (
        Tally(name="Ash Care Ltd", contracts=2, keep=1),
        Tally(name="Birch Care Ltd", contracts=1, keep=0),
    )


def test_a_place_is_told_of_how_many_of_its_contracts(tables: Engine) -> None:
    (found,) = reports_of(tables, PLACE, {"satisfaction": FLOOR}).values()
    assert (found.keep, found.below, found.contracts) == (1, 1, 2)
