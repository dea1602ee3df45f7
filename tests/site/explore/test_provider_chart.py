"""A provider's page draws its ratings over time, from the same rows as its table."""

import csv
import io

import pytest

from candour.site.explore.provider.page import PROVIDER
from tests.site.charts.read import words


@pytest.fixture
def rated(client, home) -> str:
    """The address of a provider's page that has the chart."""
    with home.tables() as tables:
        keys = [row.key for row in tables.query(PROVIDER.worth_seeing).rows]
    found = (f"/provider/{key}" for key in keys)
    return next(page for page in found if "rated-over-time" in client.get(page).content.decode())


def test_the_picture_says_every_grade_of_its_table(client, rated):
    told = client.get(f"{rated}/table/rated-over-time.csv").content.decode("utf-8-sig")
    drawn = client.get(f"{rated}/chart/rated-over-time.svg").content.decode()
    said = " ".join(one.text for one in words(drawn))

    rows = list(csv.DictReader(io.StringIO(told)))
    assert rows
    for row in rows:
        assert row["rating"] in said
        assert row["of"] in said


def test_the_page_keeps_room_for_the_picture_before_it_is_loaded(client, rated):
    page = client.get(rated).content.decode()
    drawn = client.get(f"{rated}/chart/rated-over-time.svg?width=narrow").content.decode()
    high = drawn.split('height="', 1)[1].split('"', 1)[0]

    assert f'width="290" height="{high}"' in page


def test_a_picture_that_is_opened_by_itself_can_neither_run_nor_load(client, rated):
    headers = client.get(f"{rated}/chart/rated-over-time.svg").headers

    assert headers["Content-Type"] == "image/svg+xml"
    assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox; frame-ancestors 'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_what_is_no_chart_of_the_page_is_not_found(client, rated):
    assert client.get(f"{rated}/chart/another.svg").status_code == 404
