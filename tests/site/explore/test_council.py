"""The page of a council: the care in its area, what it buys, what came of it, beside others."""

import csv
import io

import pytest

from candour.operations.council_in_full.contracts import PAGE
from candour.site.explore.council.page import COUNCIL
from candour.site.pages.reading import address_of
from candour.site.pages.worth_seeing import worth_seeing
from candour.sources.council_measures import council_measures


@pytest.fixture
def busiest(home):
    """The address of the council that most is known of."""
    with home.tables() as tables:
        (address,) = worth_seeing(tables, COUNCIL)
    return address


def rows(client, address):
    return list(csv.DictReader(io.StringIO(client.get(address).content.decode("utf-8-sig"))))


def test_it_says_who_gives_care_there_what_it_buys_and_what_is_known_of_it(client, busiest):
    answer = client.get(f"{busiest}/data.json").json()["answer"]
    page = client.get(busiest).content.decode()

    assert f"It has published {answer['bought']['processes']} purchases of care." in page
    for one in answer["providers"][:20]:
        assert address_of("provider", one["provider"]).replace("&", "&amp;") in page


def test_its_file_of_contracts_has_all_of_them_and_its_page_only_some(client, home):
    with home.tables() as tables:
        known = tables.query(
            "SELECT buyer_name AS name, COUNT(*) AS processes FROM processes WHERE social_care = 'yes' "
            "GROUP BY buyer_name ORDER BY processes DESC, name LIMIT 1"
        ).rows[0]
    address = address_of("council", known.name)
    answer = client.get(f"{address}/data.json").json()["answer"]
    contracts = rows(client, f"{address}/table/contracts.csv")

    assert len(contracts) == known.processes == answer["bought"]["processes"]
    assert len(answer["contracts"]) == min(PAGE, known.processes)
    assert [one["ocid"] for one in contracts[:PAGE]] == [one["ocid"] for one in answer["contracts"]]


def test_there_is_no_page_beyond_the_last(client, busiest):
    assert client.get(f"{busiest}?page=1000").status_code == 404
    assert client.get(f"{busiest}?page=0").status_code == 400


def test_its_figures_stand_with_their_year_their_range_and_all_other_councils(client, home):
    with home.tables() as tables:
        name = (
            tables.query(
                "SELECT name FROM council_outcomes WHERE statistic = 'margin of error' AND value IS NOT NULL "
                "ORDER BY name LIMIT 1"
            )
            .rows[0]
            .name
        )
    figures = rows(client, f"{address_of('council', name)}/table/outcomes.csv")

    assert figures
    for one in figures:
        assert one["period"]
        assert one["value"]
    assert any("to" in one["likely"] for one in figures)
    assert any("in the middle" in one["everybody"] for one in figures)


def test_the_years_of_the_measure_that_is_asked_for_are_drawn(client, home):
    with home.tables() as tables:
        known = tables.query(
            "SELECT name, measure FROM council_outcomes WHERE statistic = 'outcome' AND value IS NOT NULL "
            "AND LENGTH(dimensions) = 0 GROUP BY ALL HAVING COUNT(DISTINCT period_start) > 1 "
            "ORDER BY ALL DESC LIMIT 1"
        ).rows[0]
    address = f"{address_of('council', known.name)}/chart/years"
    picture = client.get(f"{address}.svg?measure={known.measure}")

    assert picture.status_code == 200
    assert council_measures()[known.measure].title in picture.content.decode()


def test_the_spread_between_contracts_has_its_lowest_below_its_highest(client, home):
    with home.tables() as tables:
        name = (
            tables.query(
                "SELECT buyer_name AS name FROM processes JOIN rates USING (ocid) "
                "WHERE social_care = 'yes' AND rates.stage <> 'bid' AND payer_pays_amount IS NOT NULL "
                "GROUP BY name ORDER BY COUNT(DISTINCT processes.ocid) DESC, name LIMIT 1"
            )
            .rows[0]
            .name
        )
    answer = client.get(f"{address_of('council', name)}/data.json").json()["answer"]

    assert answer["prices"]
    for one in (*answer["prices"], *answer["quality"]):
        assert one["lowest"] <= one["middle"] <= one["highest"]


def test_one_that_has_ended_leads_to_those_that_took_over(client):
    page = client.get("/council/E10000027").content.decode()

    assert "Somerset County Council ended on" in page
    assert 'href="/council/E06000066"' in page


def test_councils_are_found_by_name_and_by_code_and_others_are_not(client):
    by_name, by_code = (client.get(f"/council/{key}").content.decode() for key in ("Oldham", "E08000004"))

    assert "Oldham Metropolitan Borough Council</h1>" in by_name
    assert "Oldham Metropolitan Borough Council</h1>" in by_code
    assert client.get("/council/Nowhere at all").status_code == 404


def test_councils_like_it_are_named_with_how_near_they_are_or_why_there_are_none(client, busiest):
    known = client.get("/council/E08000004/data.json").json()["answer"]["neighbours"]

    assert all(one["neighbours"] or one["why_not"] for one in known)
    assert "we do not know which councils are like it" in client.get(busiest).content.decode()
