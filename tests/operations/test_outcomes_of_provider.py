"""A provider's outcomes in all, beside those under each of its contracts."""

import orjson
import pytest

from candour.operations.add import add_files
from candour.operations.awards_of_provider import keys_of_linked
from candour.operations.build import build_warehouse
from candour.operations.home import Home
from candour.operations.outcomes_of_provider import outcomes_of_provider

from .test_statements import statement

KEY = "GB-COH-99000037"
LINKED = [KEY]
MOST = 9


def observation(until, measure, **others):
    return {"id": until, "period": {"endDate": f"{until}T00:00:00Z"}, "measure": measure} | others


@pytest.fixture
def home(tmp_path):
    supplier = {"id": "p", "name": "Fictional Care Ltd", "identifier": {"scheme": "GB-COH", "id": "99000037"}}
    observations = [
        observation("2025-03-31", 0.7),
        observation("2026-03-31", 0.8),
        observation("2026-04-01", 0.1, dimensions={"age": "85 and over"}),
    ]
    metrics = [{"id": "satisfaction", "title": "Satisfaction", "observations": observations}]
    release = {
        "ocid": "ocds-f1ct10-1",
        "id": "1",
        "date": "2026-05-01T00:00:00Z",
        "tag": ["implementation"],
        "initiationType": "tender",
        "parties": [supplier | {"roles": ["supplier"]}],
        "buyer": {"name": "Fictional Council"},
        "awards": [{"id": "a", "status": "active", "suppliers": [{"id": "p", "name": "Fictional Care Ltd"}]}],
        "contracts": [{"id": "c", "awardID": "a", "implementation": {"metrics": metrics}}],
    }
    files = {"release.json": release, "new.json": statement(measure=0.9), "other.json": _of_somebody_else()}
    files["old.json"] = statement(measure=0.5, published="2026-06-01T00:00:00Z")
    for name, content in files.items():
        (tmp_path / name).write_bytes(orjson.dumps(content))
    home = Home(tmp_path / "home")
    list(add_files(home, [tmp_path / name for name in files]))
    build_warehouse(home)
    return home


def _of_somebody_else():
    return statement("other") | {"provider": {"id": "q", "name": "Another Fictional Ltd"}}


@pytest.mark.parametrize(
    ("row", "suppliers", "numbers"),
    [
        ({"company": "99000037"}, [], []),
        ({}, LINKED, []),
        ({}, [], ["1-000"]),
    ],
    ids=["by its company number", "by a linked supplier", "by its number with a regulator"],
)
def test_its_latest_statement_is_found(home, row, suppliers, numbers):
    with home.tables() as tables:
        (one,) = outcomes_of_provider(tables, row, suppliers, numbers, MOST).in_all
    assert (one["statement_id"], float(one["measure"])) == ("s-2025", 0.9)
    assert (one["publisher"], f"{one['published']:%Y-%m-%d}") == ("Fictional Care Ltd", "2026-06-15")


def test_the_last_figure_of_everybody_under_each_contract_stands_beside_it(home):
    with home.tables() as tables:
        (one,) = outcomes_of_provider(tables, {}, LINKED, [], MOST).under_contracts
    assert (one["ocid"], one["contract_id"], one["metric_id"], float(one["measure"])) == (
        *("ocds-f1ct10-1", "c", "satisfaction"),
        0.8,
    )
    assert one["buyer_name"] == "Fictional Council"


def test_a_supplier_that_is_only_to_be_reviewed_is_not_the_provider(home):
    links = [{"organisation_key": KEY, "outcome": "to be reviewed"}]
    with home.tables() as tables:
        found = outcomes_of_provider(tables, {}, keys_of_linked(links), [], MOST)
    assert (found.in_all, found.under_contracts) == ([], [])
