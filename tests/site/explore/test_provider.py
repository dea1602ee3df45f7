"""The page of a provider: how it is rated, what came of its work, and who it is."""

import csv
import io
from datetime import date
from urllib.parse import unquote

import pytest

from candour.operations.provider import provider
from candour.site.explore.provider.page import PROVIDER
from candour.site.pages.worth_seeing import worth_seeing


@pytest.fixture
def busiest(home):
    """The address of the provider with the most contracts."""
    with home.tables() as tables:
        (address,) = worth_seeing(tables, PROVIDER)
    return address


def one(home, sql):
    with home.tables() as tables:
        return tables.query(sql).rows[0]


def test_it_says_how_the_provider_is_rated_and_what_it_was_awarded(client, busiest):
    answer = client.get(f"{busiest}/data.json").json()["answer"]
    page = client.get(busiest).content.decode()

    assert answer["provider"]["name"] in page
    assert f"{answer['number_of_awards']} contract awards" in page
    for award in answer["awards"][:25]:
        assert f"/contract/{award['award']['ocid']}" in page


def test_every_award_is_in_the_file(client, busiest):
    answer = client.get(f"{busiest}/data.json").json()["answer"]
    file = client.get(f"{busiest}/table/contracts.csv").content.decode("utf-8-sig")

    assert [row["ocid"] for row in csv.DictReader(io.StringIO(file))] == [
        award["award"]["ocid"] for award in answer["awards"]
    ]


def test_ratings_have_their_dates_and_the_rules_that_they_are_under(client, home):
    known = one(
        home,
        "SELECT locations.provider, published, grade FROM ratings JOIN locations ON location = subject "
        "WHERE ratings.register = 'cqc' AND key_question = 'overall' AND service IS NULL AND state = 'rated' "
        "AND published IS NOT NULL ORDER BY published, provider LIMIT 1",
    )
    file = client.get(f"/provider/{known.provider}/table/ratings.csv").content.decode("utf-8-sig")

    rows = list(csv.DictReader(io.StringIO(file)))
    assert (str(known.published), known.grade.capitalize()) in [(row["published"], row["grade"]) for row in rows]
    assert all(row["framework"] for row in rows)


def test_where_nobody_is_rated_it_says_so_and_invents_nothing(client, home):
    key = one(
        home, "SELECT provider FROM locations WHERE register = 'rqia' AND provider IS NOT NULL LIMIT 1"
    ).provider
    page = client.get(f"/provider/{key}").content.decode()

    assert "There are no ratings in Northern Ireland." in page
    assert "good or better." not in page.split("Registered with")[0]


def test_feedback_stands_apart_from_what_was_counted(client, home):
    key = one(
        home,
        "SELECT other_key AS key FROM organisation_links "
        "JOIN suppliers ON suppliers.supplier_key = organisation_key JOIN deliveries USING (ocid) "
        "WHERE organisation_links.outcome = 'linked' AND other_kind = 'provider' AND deliveries.method = 'survey' "
        "ORDER BY key LIMIT 1",
    ).key
    feedback = client.get(f"/provider/{key}/table/feedback.csv").content.decode("utf-8-sig")
    outcomes = client.get(f"/provider/{key}/table/outcomes.csv").content.decode("utf-8-sig")

    assert "survey" in feedback
    assert "survey" not in outcomes


def test_a_name_that_fits_several_lets_one_choose(client, home):
    word = one(
        home,
        "SELECT SPLIT_PART(name, ' ', 1) AS word FROM providers GROUP BY word "
        "HAVING COUNT(DISTINCT provider) > 1 ORDER BY word LIMIT 1",
    ).word
    page = client.get(f"/provider/{word}")

    assert page.status_code == 400
    assert "Which of these do you mean?" in page.content.decode()
    assert page.content.decode().count('href="/provider/') > 1


def test_one_that_nobody_knows_is_not_found(client):
    assert client.get("/provider/nobody of that name").status_code == 404


def test_it_can_be_looked_at_as_it_was_known_on_a_day(client, busiest):
    then = client.get(f"{busiest}/data.json?on=2000-01-01").json()["answer"]

    assert then["day"] == "2000-01-01"
    assert {one["verdict"]["verdict"] for one in then["locations"]} <= {None}


def test_of_very_many_awards_and_results_the_page_has_the_newest_and_how_many_there_are(home, busiest):
    key, day = unquote(busiest.removeprefix("/provider/")), date(2026, 11, 1)
    whole, short = provider(home, key, day), provider(home, key, day, most=2)

    assert len(whole.awards) == whole.number_of_awards > 2
    assert short.number_of_awards == whole.number_of_awards
    assert short.awards == whole.awards[:2]
    assert len(whole.outcomes.under_contracts) == whole.outcomes.number > 2
    assert short.outcomes.number == whole.outcomes.number
    assert short.outcomes.under_contracts == whole.outcomes.under_contracts[:2]
