"""A service that passed from one provider to another is told once, whoever tells it."""

import orjson
import pytest

from candour.operations.add import add_files
from candour.operations.build import build_warehouse
from candour.operations.home import Home
from candour.operations.service_successions import all_successions, successions_of


def process(ocid, supplier, relation, other_ocid, other):
    party = {"id": supplier, "name": f"{supplier} Care Ltd", "roles": ["supplier"]}
    passed = {
        "ocid": other_ocid,
        "contractID": "c",
        "supplier": {"id": other, "name": f"{other} Care Ltd"},
        "date": "2026-04-01T00:00:00Z",
        "reason": "handedBack",
        "peopleTransferred": 12,
    }
    return {
        "ocid": ocid,
        "id": "1",
        "date": "2026-05-01T00:00:00Z",
        "tag": ["contract"],
        "initiationType": "tender",
        "parties": [party],
        "buyer": {"name": "Fictional Council"},
        "awards": [{"id": "a", "status": "active", "suppliers": [{"id": supplier, "name": party["name"]}]}],
        "contracts": [{"id": "c", "awardID": "a", relation: [passed]}],
    }


@pytest.fixture
def tables(tmp_path):
    before = process("ocds-f1ct10-1", "Old", "successors", "ocds-f1ct10-2", "New")
    after = process("ocds-f1ct10-2", "New", "predecessors", "ocds-f1ct10-1", "Old")
    for name, release in (("before.json", before), ("after.json", after)):
        (tmp_path / name).write_bytes(orjson.dumps(release))
    home = Home(tmp_path / "home")
    list(add_files(home, [tmp_path / "before.json", tmp_path / "after.json"]))
    build_warehouse(home)
    with home.tables() as tables:
        yield tables


def test_both_sides_tell_it_and_it_stands_once(tables):
    (one,) = all_successions(tables, (), None, 10)

    assert (one.before_supplier, one.after_supplier) == ("Old Care Ltd", "New Care Ltd")
    assert (one.before_ocid, one.after_ocid, one.said_by) == ("ocds-f1ct10-1", "ocds-f1ct10-2", "ocds-f1ct10-2")
    assert one.people_transferred == 12


def test_one_side_is_enough(tables):
    (one,) = successions_of(tables, ["ocds-f1ct10-1"], [], 10)

    assert (one.before_supplier, one.after_supplier, one.said_by) == ("Old Care Ltd", "New Care Ltd", "ocds-f1ct10-1")


def test_it_is_found_by_a_word_of_it(tables):
    assert all_successions(tables, ("handedBack", "new"), None, 10)
    assert not all_successions(tables, ("another",), None, 10)
    assert not all_successions(tables, (), ("homeCare",), 10)
