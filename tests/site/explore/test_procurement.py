"""A purchase that was published twice stands on one page, and says how sure that is."""

import pytest


@pytest.fixture
def link(home):
    """Two processes that are one purchase."""
    with home.tables() as tables:
        return tables.query("SELECT ocid_a, ocid_b FROM links ORDER BY ocid_a LIMIT 1").rows[0]


def test_either_number_leads_to_both_processes_and_why_they_are_one(client, link):
    for ocid in link:
        page = client.get(f"/procurement/{ocid}").content.decode()
        assert f"/contract/{link.ocid_a}" in page
        assert f"/contract/{link.ocid_b}" in page
        assert "sure that it is the same one" in page
        assert "same buyer" in page


def test_its_timeline_has_every_release_of_both_in_the_order_of_dates(client, link):
    answer = client.get(f"/procurement/{link.ocid_a}/data.json").json()["answer"]

    assert {one["ocid"] for one in answer["releases"]} == {link.ocid_a, link.ocid_b}
    days = [one["source"]["date"] for one in answer["releases"]]
    assert days == sorted(days)


def test_a_process_without_a_twin_is_a_purchase_by_itself(client, home):
    with home.tables() as tables:
        alone = tables.query(
            "SELECT ocid FROM processes WHERE ocid NOT IN (SELECT ocid_a FROM links UNION SELECT ocid_b FROM links) "
            "ORDER BY ocid LIMIT 1"
        ).rows[0]
    page = client.get(f"/procurement/{alone.ocid}").content.decode()

    assert "no twin of it was found" in page


def test_what_is_not_there_is_refused(client):
    assert client.get("/procurement/ocds-213czf-none").status_code == 404
