"""The page of an award: why somebody won, whether it adds up, and what other weights would have done."""

from decimal import Decimal

import pytest

from candour.site.explore.award.page import AWARD
from candour.site.pages.worth_seeing import worth_seeing

MADE_HERE = "/award/ocds-f1ct10-evaluation-1"
"""The fictional evaluation that is part of Candour, awarded by its own operations."""


@pytest.fixture
def answer(client):
    return client.get(f"{MADE_HERE}/data.json").json()["answer"]


def trying(answer, **weights):
    """The query that gives criteria these weights, and all others what they have."""
    criteria = answer["lot"]["published"]["criteria"]
    named = {one["id"]: weights.get(one["id"], one["weight"]) for one in criteria}
    return {"criterion": [*named], "weight": [str(one) for one in named.values()]}


def test_it_says_who_won_and_why_in_one_sentence(client, answer):
    best = answer["lot"]["recomputed"]["bids"][0]
    page = client.get(MADE_HERE).content.decode()

    assert f"{best['name']} won with {Decimal(str(best['figure'])):.1f} of 100 points" in page


def test_what_was_published_gives_the_same_result(client, answer):
    made = answer["lot"]["recomputed"]

    assert made["agrees"] is True
    assert made["basis"] == "prices"
    assert made["winners"] == [made["bids"][0]["bid"]]
    assert "it comes out the same" in client.get(MADE_HERE).content.decode()


def test_the_reasons_of_the_panel_and_the_conditions_are_shown(client, answer):
    page = client.get(MADE_HERE).content.decode()
    reasons = [score["reasons"] for bid in answer["lot"]["published"]["bids"] for score in bid["scores"]]

    assert all(one in page for one in filter(None, reasons) if "'" not in one)
    assert all(one in page for one in answer["lot"]["published"]["conditions"])
    assert "caring for family" in page


def test_the_same_weights_change_nothing_and_the_price_alone_does(client, answer):
    def first(**weights):
        query = trying(answer, **weights)
        return client.get(f"{MADE_HERE}/data.json", query).json()["answer"]["lot"]["weighed"]

    assert first()["other"] is False
    assert first(price=9_900)["other"] is True


def test_weights_of_any_sum_are_brought_to_a_hundred(client, answer):
    whole = {one["id"]: one["weight"] * 7 for one in answer["lot"]["published"]["criteria"]}
    made = client.get(f"{MADE_HERE}/data.json", trying(answer, **whole)).json()["answer"]["lot"]["weighed"]

    assert sum(made["weights"].values()) == pytest.approx(100)
    assert made["other"] is False


@pytest.mark.parametrize("weight", ["much", "-5", "", "NaN", "1e999999"])
def test_what_is_no_weight_is_said_beside_the_question(client, answer, weight):
    refused = client.get(MADE_HERE, trying(answer, price=weight))

    assert refused.status_code == 400
    assert 'id="asked-weight-error"' in refused.content.decode()


def test_every_method_that_is_offered_can_be_tried(client, answer):
    for method in answer["lot"]["methods"]:
        page = client.get(MADE_HERE, {"method": method["name"]})

        assert page.status_code == 200
        assert method["title"] in page.content.decode()


def test_the_shares_of_weightings_are_those_of_all(client, answer):
    assert sum(answer["lot"]["sensitive"]["shares"].values()) == pytest.approx(1)
    assert client.get(f"{MADE_HERE}/chart/weights.svg").status_code == 200


def test_where_scores_are_not_published_it_is_said_what_is_lacking(client, home):
    with home.tables() as tables:
        ocid = (
            tables.query(
                "SELECT MIN(ocid) AS ocid FROM processes WHERE is_awarded AND ocid NOT IN (SELECT ocid FROM scores)"
            )
            .rows[0]
            .ocid
        )
    page = client.get(f"/award/{ocid}")

    assert page.status_code == 200
    assert "What is lacking" in page.content.decode()


def test_every_award_with_scores_has_a_page_and_is_listed(client, home):
    with home.tables() as tables:
        addresses = worth_seeing(tables, AWARD)
        ocids = [row.ocid for row in tables.query("SELECT DISTINCT ocid FROM scores")]
    listed = client.get("/awards").content.decode()

    assert all(client.get(address).status_code == 200 for address in addresses)
    assert all(f'href="/award/{ocid}"' in listed for ocid in ocids)


def test_an_impossible_score_is_named_and_nothing_is_made_of_it(client, home):
    with home.tables() as tables:
        rows = tables.query("SELECT DISTINCT ocid FROM scores WHERE score > maximum").rows
    for row in rows:
        answer = client.get(f"/award/{row.ocid}/data.json").json()["answer"]["lot"]

        assert answer["recomputed"] is None
        assert any("of at most" in one for one in answer["lacking"])


def test_there_is_no_award_of_a_process_that_nobody_published(client):
    assert client.get("/award/nothing-of-the-kind").status_code == 404


def test_without_an_ocid_all_awards_are_meant(client):
    assert client.get("/award", follow=True).redirect_chain == [("awards", 301)]
    assert "How to compute an award again" in client.get("/award", follow=True).content.decode()
