"""A contract can be read by those whom it is about, and every fact leads to who says it."""

import csv
import io
import re

import pytest

_WITH_RESULTS = """
SELECT ocid, contract_id FROM promises JOIN contracts USING (ocid) SEMI JOIN deliveries USING (ocid)
GROUP BY ocid, contract_id ORDER BY COUNT(*) DESC, ocid, contract_id LIMIT 1
"""
_SEVERAL = "SELECT ocid FROM processes WHERE number_of_contracts > 1 ORDER BY ocid LIMIT 1"
_WITHOUT_PROMISE = """
SELECT ocid FROM processes WHERE NOT has_promises AND number_of_contracts + number_of_awards = 0 ORDER BY ocid LIMIT 1
"""
_OVER = """
SELECT ocid, contract_id FROM contracts JOIN suppliers USING (ocid)
WHERE contract_end < CURRENT_DATE AND contract_id IS NOT NULL AND ended IS NULL ORDER BY ALL LIMIT 1
"""
_WITH_SHARE = "SELECT ocid FROM rates WHERE worker_share IS NOT NULL AND stage = 'contract' ORDER BY ocid LIMIT 1"


def _one(home, sql):
    with home.tables() as tables:
        return tables.query(sql).rows[0]


@pytest.fixture
def delivered(home):
    """A contract with promises and results."""
    return _one(home, _WITH_RESULTS)


@pytest.fixture
def text(client):
    """A page as it is written."""

    def of(address, **query):
        page = client.get(address, query)
        assert page.status_code == 200, page.content.decode()
        return page.content.decode()

    return of


def test_it_says_what_was_promised_and_what_came_of_it(text, delivered):
    page = text(f"/contract/{delivered.ocid}", contract=delivered.contract_id)

    assert "What was promised, and what came of it" in page
    assert "promises were made" in page or "One promise was made" in page
    assert "Promised beside reported" in page


def test_every_fact_leads_to_a_release_that_stands_on_the_page(text, delivered):
    page = text(f"/contract/{delivered.ocid}", contract=delivered.contract_id)

    wanted = set(re.findall(r'href="#(release-\d+)"', page))
    assert wanted
    assert wanted <= set(re.findall(r'id="(release-\d+)"', page))


@pytest.mark.parametrize("role", ["person-supported", "care-worker", "commissioner", "researcher"])
def test_each_role_has_its_own_questions(text, delivered, role):
    page = text(f"/contract/{delivered.ocid}", contract=delivered.contract_id, **{"as": role})

    assert f'value="{role}" selected' in page
    assert f'name="contract" value="{delivered.contract_id}"' in page


def test_what_one_can_act_upon_comes_first_and_what_nobody_published_says_whom_to_ask(text, delivered):
    page = text(f"/contract/{delivered.ocid}", contract=delivered.contract_id)

    titles = ["Look at this first", "Answered", "Not answered, and what you can ask"]
    places = [page.find(f">{title}<") for title in titles if f">{title}<" in page]
    assert places == sorted(places)
    assert "Ask " in page


def test_of_several_contracts_one_is_chosen(client, text, home):
    ocid = _one(home, _SEVERAL).ocid
    page = text(f"/contract/{ocid}")

    choices = re.findall(rf'href="(/contract/{ocid}\?contract=[^"]+)"', page)
    assert len(choices) > 1
    assert client.get(choices[0]).status_code == 200


def test_where_nothing_was_promised_it_says_that_nobody_can_tell(text, home):
    page = text(f"/contract/{_one(home, _WITHOUT_PROMISE).ocid}")

    assert "nobody can tell whether it is being delivered" in page


def test_where_each_pound_goes_is_drawn(client, text, home):
    ocid = _one(home, _WITH_SHARE).ocid
    page = text(f"/contract/{ocid}", contract=_chosen(text, ocid))

    assert "Where each pound goes" in page
    chart = re.search(r'src="([^"]+/chart/pounds\.svg[^"]*)"', page)
    assert chart
    assert b"care worker" in client.get(chart[1].replace("&amp;", "&")).content


def _chosen(text, ocid):
    found = re.findall(r"contract=([^\"&]+)\"", text(f"/contract/{ocid}"))
    return found[0] if found else ""


def test_the_table_of_releases_is_the_one_of_the_tables(client, home, delivered):
    told = client.get(f"/contract/{delivered.ocid}/table/releases.csv", {"contract": delivered.contract_id})
    rows = list(csv.DictReader(io.StringIO(told.content.decode("utf-8-sig"))))

    with home.tables() as tables:
        held = tables.query("SELECT receipt, position FROM releases WHERE ocid = $ocid", {"ocid": delivered.ocid})
    assert {(row["receipt"], row["position"]) for row in rows} == {(one.receipt, one.position) for one in held}


def test_its_releases_are_packages_of_the_standard(client, delivered):
    package = client.get(f"/contract/{delivered.ocid}/releases.json").json()
    (record,) = client.get(f"/contract/{delivered.ocid}/record.json").json()["records"]
    compiled = client.get(f"/contract/{delivered.ocid}/compiled.json").json()

    assert {release["ocid"] for release in package["releases"]} == {delivered.ocid}
    assert record["releases"] == package["releases"]
    assert record["compiledRelease"] == compiled
    assert client.get(f"/contract/{delivered.ocid}/versioned.json").json()["ocid"] == delivered.ocid


@pytest.mark.parametrize("part", ["", "/releases.json", "/record.json", "/compiled.json", "/versioned.json"])
def test_what_is_not_there_is_refused(client, part):
    assert client.get(f"/contract/ocds-213czf-none{part}").status_code == 404


def test_a_role_that_nobody_has_is_refused(client, delivered):
    assert client.get(f"/contract/{delivered.ocid}", {"as": "nobody"}).status_code == 400


def test_a_contract_whose_end_is_past_was_bought(text, home):
    over = _one(home, _OVER)
    lead = re.search(r'govuk-body-l">([^<]+)', text(f"/contract/{over.ocid}", contract=over.contract_id))[1]

    assert " bought " in lead
    assert " buys " not in lead
