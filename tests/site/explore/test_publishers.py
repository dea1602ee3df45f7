"""The pages of publishers: whose data there are, what they can answer, what is wrong with them."""

import csv
import io

import pytest

from candour.operations.check import check_tables
from candour.operations.publisher.answers import FEW, LOOKED_AT
from candour.site.pages.reading import address_of


def rows(client, address):
    return list(csv.DictReader(io.StringIO(client.get(address).content.decode("utf-8-sig"))))


@pytest.fixture
def named(home):
    """The publishers, those with the fewest processes first."""
    with home.tables() as tables:
        return [
            (row.name, row.processes)
            for row in tables.query(
                "SELECT publisher AS name, COUNT(DISTINCT ocid) AS processes FROM releases "
                "WHERE publisher IS NOT NULL GROUP BY name ORDER BY processes, name"
            ).rows
        ]


def test_everybody_is_listed_with_the_way_to_what_their_data_can_tell(client, home, named):
    page = client.get("/publishers").content.decode()
    listed = {row["publisher"]: int(row["processes"]) for row in rows(client, "/publishers/table/notices.csv")}

    assert listed.items() >= dict(named).items()
    assert address_of("publisher", named[-1][0]) in page
    assert 'href="/publisher/cqc"' in page


def test_the_questions_of_a_small_publisher_are_answered_as_a_check_does(client, home, named):
    name, processes = named[0]
    assert processes <= FEW
    checked = {one.id: one for one in check_tables(home, publisher=name).questions}
    answer = client.get(f"{address_of('publisher', name)}/data.json").json()["answer"]["answerable"]

    assert answer["looked_at"] == answer["processes"] == processes
    assert {one["id"]: one["for_reader"] for one in answer["questions"]} == {
        id: one.for_reader for id, one in checked.items()
    }


def test_of_a_large_publisher_only_some_processes_are_looked_into_and_it_says_so(client, named):
    name, processes = named[-1]
    address = address_of("publisher", name)
    answer = client.get(f"{address}/data.json").json()["answer"]["answerable"]

    assert answer["processes"] == processes
    assert answer["looked_at"] == min(processes, LOOKED_AT)
    if processes > LOOKED_AT:
        assert (
            f"We looked into {LOOKED_AT} of its {processes} contracting processes"
            in client.get(address).content.decode()
        )


def test_what_is_missing_is_named_for_every_question_that_cannot_be_answered(client, named):
    for asked_by in ("indicator", "metric"):
        for row in rows(client, f"{address_of('publisher', named[-1][0])}/table/{asked_by}-questions.csv"):
            assert bool(row["every_lacking"]) == (row["state"] in ("In part", "No"))


def test_problems_are_as_many_as_in_the_tables(client, home, named):
    name = named[-1][0]
    with home.tables() as tables:
        expected = (
            tables.query(
                "SELECT COUNT(*) AS number FROM problems "
                "WHERE ocid IN (SELECT ocid FROM processes WHERE LIST_CONTAINS(publishers, $name))",
                {"name": name},
            )
            .rows[0]
            .number
        )
    found = rows(client, f"{address_of('publisher', name)}/table/problems.csv")

    assert sum(int(row["times"]) for row in found) >= expected > 0
    assert all(row["for_reader"] for row in found)


def test_a_register_says_what_became_of_its_rows(client, home):
    answer = client.get("/publisher/cqc/data.json").json()["answer"]

    assert answer["source"]["gives"] == "register"
    assert {one["outcome"] for one in answer["rows"]} >= {"used"}
    assert answer["answerable"]["questions"] == []


def test_one_of_whom_nothing_was_received_is_not_found(client):
    assert client.get("/publisher/nobody").status_code == 404
