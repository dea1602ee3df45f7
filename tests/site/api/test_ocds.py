"""Packages of releases and records: whole, page by page, valid, and read by other tools of the standard."""

import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from candour.errors import CandourError
from candour.operations.published import merged_of_processes
from candour.operations.published_pages import Choice
from candour.operations.show import releases_as_received

RELEASES, RECORDS = "/api/v1/ocds/releases", "/api/v1/ocds/records"


def packages(client, address: str) -> Iterator[dict[str, Any]]:
    """Every page of a list."""
    following = address
    while following:
        answer = client.get(following)
        assert answer.status_code == 200
        package = answer.json()
        yield package
        following = package.get("links", {}).get("next", "").removeprefix("http://127.0.0.1:8000")


def asked(home, sql: str, *parameters: object) -> list[Any]:
    with home.tables() as tables:
        return tables.query(sql, parameters).rows


@pytest.fixture(scope="module")
def releases(home) -> list[dict[str, Any]]:
    """All releases, read through in pages."""
    from django.test import Client

    client = Client(headers={"host": "127.0.0.1"})
    return [release for package in packages(client, f"{RELEASES}?limit=150") for release in package["releases"]]


def test_every_release_that_the_tables_rest_on_is_there_once(home, releases):
    expected = asked(home, "SELECT COUNT(*) AS n FROM releases WHERE state = 'merged'")[0].n

    assert len(releases) == expected
    assert len({json.dumps(one, sort_keys=True) for one in releases}) == expected


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(limit=st.integers(1, 60))
def test_pages_of_any_length_follow_one_another(client, releases, limit):
    pages = packages(client, f"{RELEASES}?limit={limit}")
    found = [release for _, page in zip(range(3), pages, strict=False) for release in page["releases"]]

    assert found == releases[: 3 * limit]


def test_a_release_is_as_its_publisher_sent_it(home, client):
    ocid = asked(home, "SELECT ocid FROM processes ORDER BY number_of_releases DESC LIMIT 1")[0].ocid
    received = [json.loads(one.data) for one in releases_as_received(home, ocid)]

    package = client.get(f"/api/v1/ocds/record/{ocid}").json()

    (record,) = package["records"]
    assert record["ocid"] == record["compiledRelease"]["ocid"] == ocid
    assert all(release in received for release in record["releases"])
    assert [one["date"] for one in record["releases"]] == sorted(one["date"] for one in record["releases"])


def test_releases_are_chosen_by_day(client, releases):
    days = sorted(release["date"][:10] for release in releases)
    since, until = days[len(days) // 3], days[len(days) // 2]

    found = [
        release
        for page in packages(client, f"{RELEASES}?since={since}&until={until}&limit=500")
        for release in page["releases"]
    ]

    assert found
    assert {release.get("id") for release in found} == {
        release.get("id") for release in releases if since <= release["date"][:10] < until
    }


@pytest.mark.parametrize("column", ["buyer_name", "buyer_key"])
def test_processes_are_chosen_by_who_buys(home, client, column):
    some = f"SELECT {column} AS value FROM processes WHERE {column} IS NOT NULL ORDER BY 1 LIMIT 1"
    value = asked(home, some)[0].value
    expected = {row.ocid for row in asked(home, f"SELECT ocid FROM processes WHERE {column} = ?", value)}

    pages = list(packages(client, f"{RECORDS}?limit=500&buyer={value}"))

    assert {record["ocid"] for page in pages for record in page["records"]} == expected


def test_processes_are_chosen_by_council(home):
    code, ours = "E09000024", asked(home, "SELECT DISTINCT council_code AS code FROM processes")

    with home.tables() as tables:
        found = Choice.of(council="London Borough of Merton").processes(tables, None, 10)

    assert bool(found) == (code in {row.code for row in ours})
    with pytest.raises(CandourError, match="no council is known as 'Nowhere'"):
        Choice.of(council="Nowhere")


def test_what_nothing_fits_is_a_problem_and_no_empty_package(client):
    assert client.get(f"{RELEASES}?since=2199-01-01").status_code == 404
    assert client.get(f"{RECORDS}?buyer=nobody").status_code == 404
    assert client.get(f"{RELEASES}?council=nowhere").status_code == 422


def test_a_package_says_who_published_what_is_in_it_and_under_which_licence(home, client):
    for page in packages(client, f"{RECORDS}?limit=500"):
        told = {(one.get("publisher"), one.get("license")) for one in page["sources"]}
        ocids = [record["ocid"] for record in page["records"]]
        with home.tables() as tables:
            held = {(one.publisher, one.licence) for one in merged_of_processes(tables, ocids)}
        assert told == held - {(None, None)}
        assert ("license" in page) == (len({licence for _, licence in held}) == 1 and None not in held)


def test_the_next_page_is_in_a_header_too(client):
    answer = client.get(f"{RELEASES}?limit=2")

    assert f'<{answer.json()["links"]["next"]}>; rel="next"' in answer.headers["Link"]
    assert 'rel="license"' in answer.headers["Link"]


def test_a_cursor_keeps_to_its_question(client):
    following = client.get(f"{RELEASES}?limit=2").json()["links"]["next"]
    cursor = parse_qs(urlsplit(following).query)["cursor"][0]

    assert client.get(f"{RELEASES}?limit=2&since=2020-01-01&cursor={cursor}").status_code == 422
    assert client.get(f"{RECORDS}?limit=2&cursor={cursor}").status_code == 422
    assert client.get(f"{RELEASES}?limit=7&cursor={cursor}").status_code == 200


def test_processes_come_once_and_their_releases_together(releases):
    order = [release["ocid"] for release in releases]
    changes = sum(before != after for before, after in pairwise(order))

    assert changes == len(set(order)) - 1
