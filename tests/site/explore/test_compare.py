"""A comparison is put together step by step, and says first what it comes to."""

import re

import pytest

from candour.operations.comparing.asked import Asked
from candour.operations.comparing.compared import compared

MISSED = "/compare?kind=providers&by=missed-visits"


def data(client, **query):
    answer = client.get("/compare/data.json", query)
    assert answer.status_code == 200, answer.content
    return answer.json()["answer"]


def text(client, address):
    page = client.get(address)
    assert page.status_code == 200
    return re.sub(r"\s+", " ", page.content.decode())


@pytest.fixture(scope="module")
def two(home):
    """The keys of two providers that can be told apart, and what is said of them."""
    found = compared(home, Asked(kind="providers", by="missed-visits", most=True)).measured
    pairs = [
        (one, other)
        for one in found.units
        for other in found.units
        if one.ranks and other.ranks and one.ranks.worst < other.ranks.best
    ]
    return pairs[0][0].key, pairs[0][1].key


def test_each_step_leads_to_the_next_by_an_address(client):
    assert "/compare?kind=providers" in text(client, "/compare")
    assert "by=missed-visits" in text(client, "/compare?kind=providers")
    which = text(client, MISSED)
    assert 'type="checkbox"' in which
    assert 'name="find"' in which
    assert "How sure are we?" in text(client, f"{MISSED}&most=yes")


def test_names_are_searched_for_and_what_was_ticked_stays_ticked(client, two):
    found = data(client, kind="providers", by="missed-visits", find="fernwhistle", one=two[1])
    assert {one["name"].split()[0] for one in found["candidates"]["offered"]} == {"Fernwhistle"}
    page = text(client, f"{MISSED}&find=fernwhistle&one={two[1]}")
    assert re.search(rf'value="{re.escape(two[1])}" checked', page)


def test_two_that_differ_are_told_apart_with_how_sure_that_is(client, two):
    answer = data(client, kind="providers", by="missed-visits", one=list(two))
    assert answer["said"]["outcome"] == "told apart"
    assert re.search(r"is (very )?probably better than", answer["said"]["answer"])
    page = text(client, f"{MISSED}&one={two[0]}&one={two[1]}")
    assert "probably better than" in page
    assert "95% interval" in page
    assert "What would change this answer" in page


def test_figures_that_are_not_alike_are_refused_with_what_would_change_it(client, home):
    found = compared(home, Asked(kind="providers", by="missed-visits", most=True)).measured
    aside = next(one for one in found.set_aside if one.differs_in == ("method",))
    answer = data(client, kind="providers", by="missed-visits", one=[found.units[0].key, aside.key])
    assert answer["said"]["outcome"] == "not comparable"
    assert "not like for like" in answer["said"]["answer"]
    assert answer["said"]["change"]


def test_more_than_twelve_are_not_compared_but_asked_about(client, home):
    found = compared(home, Asked(kind="providers", by="staff-turnover"))
    many = [one.key for one in found.candidates.offered[:13]]
    assert data(client, kind="providers", by="staff-turnover", one=many)["step"] == "which"


@pytest.mark.parametrize(
    "address",
    [
        "/compare?kind=councils&by=ascof-1a&most=yes",
        "/compare?kind=councils&by=single-bid-share&most=yes",
        "/compare?kind=contract-models&by=award-value&most=yes",
        "/compare?kind=providers&by=number-of-awards&most=yes&care=any",
        "/compare?kind=providers&by=continuity-of-workers&most=yes",
        f"{MISSED}&most=yes&since=2024-01-01&until=2024-07-01",
    ],
)
def test_anything_is_compared_by_anything_that_is_known_of_it(client, address):
    page = text(client, address)
    assert "side by side" in page
    assert "<figure" in page


def test_contracts_of_one_council_keep_an_address_in_every_version(client, home):
    councils = compared(home, Asked(kind="contracts")).candidates.offered
    council = max(councils, key=lambda one: one.figures).key
    by = compared(home, Asked(kind="contracts", council=council)).comparable_by[0].id
    which = compared(home, Asked(kind="contracts", council=council, by=by))
    keys = [one.key for one in which.candidates.offered[:2]]
    assert keys
    assert all(key.startswith("ocds-") for key in keys)
    answer = data(client, kind="contracts", council=council, by=by, one=keys)
    assert len(answer["measured"]["units"]) == len(keys)


@pytest.mark.parametrize(
    ("address", "says"),
    [
        (f"{MISSED}&one=nobody-at-all", "No comparison"),
        (f"{MISSED}&most=yes&standardise=age", "No comparison"),
        ("/compare?kind=contracts&by=single-bid-share&most=yes&council=x", "No comparison"),
    ],
)
def test_what_cannot_be_asked_like_this_says_what_can(client, address, says):
    page = text(client, address)
    assert says in page
    assert "What you can ask instead" in page
    assert "`candour" not in page


def test_charts_and_tables_have_addresses_of_their_own(client):
    query = "kind=providers&by=missed-visits&most=yes"
    assert client.get(f"/compare/chart/figures.svg?{query}").content.startswith(b"<svg")
    assert client.get(f"/compare/chart/funnel.svg?{query}&width=narrow").status_code == 200
    table = client.get(f"/compare/table/figures.csv?{query}").content.decode("utf-8-sig")
    assert table.startswith("key,name,figure")


def test_one_that_is_chosen_already_is_ticked_and_others_are_offered_beside_it(client, home):
    with home.tables() as tables:
        linked = tables.query(
            "SELECT other_key FROM organisation_links JOIN compared_observations ON provider_key = organisation_key "
            "WHERE outcome = 'linked' AND other_kind = 'provider' AND social_care = 'yes' AND state = 'value' LIMIT 1"
        ).rows[0]
    by = text(client, f"/compare?kind=providers&one={linked.other_key}")
    assert "more=yes" in by
    found = data(client, kind="providers", by="staff-turnover", one=linked.other_key, more="yes")
    assert found["step"] == "which"
    assert found["chosen"]
    assert found["chosen"][0]["key"] != linked.other_key
