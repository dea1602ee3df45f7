"""The pages of indicators, metrics and outcomes of councils: what they mean, and every value."""

import csv
import io

import pytest

from candour.indicators.definition import indicators, metrics
from candour.sources.council_measures import council_measures


def text(client, address):
    page = client.get(address)
    assert page.status_code == 200, address
    return page.content.decode()


@pytest.mark.parametrize("id", sorted(indicators()))
def test_every_indicator_has_a_page_with_its_query(client, id):
    page = text(client, f"/indicator/{id}")
    assert "The query itself" in page
    assert "What is left out" in page
    assert f"by={id}" in page


def test_every_metric_and_outcome_of_councils_has_a_page(client):
    for id in (*list(metrics())[::9], *list(council_measures())[::9]):
        assert "Which way is better" in text(client, f"/metric/{id}")
    assert "The recipe itself" in text(client, "/metric/missed-visits")


def test_all_values_are_in_the_file_and_the_newest_come_first(client):
    answer = client.get("/indicator/award-value/data.json").json()["answer"]
    file = client.get("/indicator/award-value/table/values.csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(file)))
    assert len(rows) == answer["values"]["in_all"] == answer["values"]["known"]
    days = [row["day"] for row in rows if row["day"]]
    assert days == sorted(days, reverse=True)
    assert text(client, "/indicator/award-value").count("<tr") < 150


def test_it_is_said_who_could_report_and_does_not(client):
    values = client.get("/indicator/single-bid-share/data.json").json()["answer"]["values"]
    assert 0 < values["known"] < values["things"]
    assert f"The other {values['things'] - values['known']:,} could say it" in text(
        client, "/indicator/single-bid-share"
    )
    assert sum(one["known"] for one in values["by_year"]) == values["known"]


def test_what_nobody_reports_is_not_known_and_never_zero(client):
    silent = next(
        one["id"]
        for one in client.get("/metrics/data.json").json()["answer"]["measures"]
        if not one["known"] and one["sort"] == "metric"
    )
    assert "Nobody has published a value of it yet" in text(client, f"/metric/{silent}")


def test_the_lists_lead_to_every_definition(client):
    listed = text(client, "/indicators")
    assert all(f'/indicator/{id}"' in listed for id in indicators())
    measured = text(client, "/metrics")
    assert all(f'/metric/{id}"' in measured for id in (*metrics(), *council_measures()))
