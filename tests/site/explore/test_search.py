"""Searching on the site, as people do who know a postcode, a misspelled name or a number."""

import csv
import io

import pytest


@pytest.fixture(scope="module")
def one_provider(home):
    with home.tables() as tables:
        sql = "SELECT provider, name, company FROM providers WHERE company IS NOT NULL ORDER BY provider LIMIT 1"
        (row,) = tables.query(sql)
    return row


def page(client, **asked):
    answer = client.get("/search", asked)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_postcode_leads_to_what_is_there(client):
    assert 'href="/place/HX7%208AB"' in page(client, q="hx78ab")


def test_a_company_number_leads_to_its_provider(client, one_provider):
    number = one_provider.company.rpartition("-")[2]

    assert f'href="/provider/{one_provider.provider}"' in page(client, q=number)


def test_the_number_of_a_notice_leads_to_its_contract(client, home):
    with home.tables() as tables:
        (row,) = tables.query("SELECT ocid, release_id FROM releases WHERE NOT id_made ORDER BY ocid LIMIT 1")

    assert f'href="/contract/{row.ocid}"' in page(client, q=row.release_id)


def test_a_misspelled_name_is_spelled_as_it_was_meant(client, one_provider):
    word = max(one_provider.name.split(), key=len).casefold()
    misspelled = word[:2] + word[3:]

    found = page(client, q=misspelled)

    assert "Did you mean" in found
    assert f"/search?q={word}" in found


def test_where_nothing_is_found_it_says_what_to_do(client):
    assert "What you can do" in page(client, q="xqzvwk")


def test_what_is_shown_is_what_is_in_the_files(client):
    asked = "?q=home+care&stage=award&limit=1000"
    data = client.get(f"/search/data.json{asked}").json()["answer"]
    rows = list(
        csv.DictReader(io.StringIO(client.get(f"/search/table/contracts.csv{asked}").content.decode("utf-8-sig")))
    )

    assert [row["ocid"] for row in rows] == [one["ocid"] for one in data["contracts"]["processes"]]
    assert len(rows) == data["contracts"]["found"] > 20


def test_pages_one_after_the_other_hold_the_whole_list(client):
    whole = client.get("/search/data.json?q=care&limit=1000").json()["answer"]["contracts"]["processes"]
    paged, after = [], ""
    for _ in range(3):
        answer = client.get("/search/data.json", {"q": "care", "limit": 50, "after": after}).json()["answer"][
            "contracts"
        ]
        paged += answer["processes"]
        after = answer["after"]

    assert paged == whole[:150]


def test_filters_choose(client):
    answer = client.get("/search/data.json?service=home+care&model=framework&limit=1000").json()["answer"][
        "contracts"
    ]
    every = client.get("/search/data.json?limit=1").json()["answer"]["contracts"]

    assert 0 < answer["found"] < every["found"]


def test_a_council_is_chosen_by_name(client, home):
    with home.tables() as tables:
        (row,) = tables.query("SELECT buyer_name AS name FROM processes GROUP BY ALL ORDER BY COUNT(*) DESC LIMIT 1")

    found = client.get("/search/data.json", {"council": row.name.upper(), "care": "any", "limit": 1000}).json()

    assert {one["buyer_name"] for one in found["answer"]["contracts"]["processes"]} == {row.name}


@pytest.mark.parametrize(
    "wrong", [{"council": "Nowhere at all"}, {"since": "yesterday"}, {"after": "x"}, {"stage": "y"}]
)
def test_a_wrong_answer_is_shown_again_with_what_is_wrong(client, wrong):
    answer = client.get("/search", wrong)

    assert answer.status_code == 400
    assert "There is a problem" in answer.content.decode()


@pytest.mark.parametrize(
    "q", ['"', "' OR 1=1 --", "title:(", "<script>", "NEAR(a b)", "x" * 10_000, "\x00", "é́", "𝔘𝔫𝔦"]
)
def test_nothing_that_can_be_typed_is_an_error(client, q):
    assert "<script" not in page(client, q=q)
