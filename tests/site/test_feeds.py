"""Feeds of what is new: read as a feed reader does."""

from xml.etree import ElementTree

import pytest

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def things(home):
    """Something of each kind that there are releases of."""
    with home.tables() as tables:
        council = "SELECT buyer_name AS key FROM processes GROUP BY ALL ORDER BY COUNT(*) DESC, key LIMIT 1"
        linked = "organisation_links WHERE other_kind = 'provider' AND outcome = 'linked'"
        provider = f"SELECT MIN(other_key) AS key FROM {linked}"
        contract = "SELECT ocid FROM processes ORDER BY number_of_releases DESC, ocid LIMIT 1"
        return {
            "council": f"/council/{tables.query(council).rows[0].key}/feed.atom",
            "provider": f"/provider/{tables.query(provider).rows[0].key}/feed.atom",
            "contract": f"/contract/{tables.query(contract).rows[0].ocid}/feed.atom",
            "search": "/search/feed.atom?q=home+care",
        }


def entries(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    feed = ElementTree.fromstring(answer.content)
    assert feed.tag == f"{ATOM}feed"
    return feed, feed.findall(f"{ATOM}entry")


@pytest.mark.parametrize("kind", ["contract", "council", "provider", "search"])
def test_each_entry_is_a_release_the_newest_first(client, things, kind):
    feed, found = entries(client, things[kind])
    updated = [one.findtext(f"{ATOM}updated") for one in found]

    assert 0 < len(found) <= 50
    assert updated == sorted(updated, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == updated[0]
    assert all("/contract/ocds-" in one.find(f"{ATOM}link").get("href") for one in found)


def test_ids_are_permanent_and_the_same_in_every_feed_and_language(client, things):
    ids = {
        kind: {one.findtext(f"{ATOM}id") for one in entries(client, address)[1]} for kind, address in things.items()
    }
    _, welsh = entries(client, f"/cy{things['search']}")

    assert {one.findtext(f"{ATOM}id") for one in welsh} == ids["search"]
    assert all(id.startswith("tag:") for its in ids.values() for id in its)
    assert all(len(its) > 1 for its in ids.values())


def test_a_page_leads_to_its_feed(client, things):
    for address in things.values():
        page = client.get(address.replace("/feed.atom", "")).content.decode()
        assert page.count("/feed.atom") == 2
        assert 'type="application/atom+xml"' in page


def test_what_is_not_there_has_no_feed(client):
    assert client.get("/council/nowhere at all/feed.atom").status_code == 404
    assert client.get("/home/feed.atom").status_code == 404
