"""A page that somebody asked to be kept stays as it was, whole, at an address that its content gives."""

import hashlib
import json

import pytest
from django.test import override_settings

from candour.indicators.definition import indicators
from candour.site.explore import KINDS
from candour.site.kept.models import Kept, KeptFile
from candour.site.pages.worth_seeing import worth_seeing

PAGE = "/indicator/single-bid-share"


@pytest.fixture(autouse=True)
def many():
    with override_settings(CANDOUR_KEPT_A_MINUTE=10_000):
        yield


def kept(client, address: str) -> str:
    """The address of the page, kept."""
    answer = client.post("/kept", {"address": address})
    assert answer.status_code == 303
    return answer.headers["Location"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_a_page_of_each_kind_is_kept_with_all_its_files(client, home, kind):
    with home.tables() as tables:
        addresses = worth_seeing(tables, kind)
    for address in addresses:
        here = kept(client, address)
        page = client.get(here)
        manifest = client.get(f"{here}manifest.json")

        assert page.status_code == 200
        assert "it does not change" in page.content.decode()
        assert f'href="{address.partition("?")[0]}' in page.content.decode()
        assert hashlib.sha256(manifest.content).hexdigest() == here.strip("/").rpartition("/")[2]
        for file in manifest.json()["files"]:
            if file["name"] == "page.html":
                continue
            narrow = file["name"].endswith("-narrow.svg")
            name = file["name"].replace("-narrow.svg", ".svg?width=narrow") if narrow else file["name"]
            content = client.get(f"{here}{name}").content
            assert hashlib.sha256(content).hexdigest() == file["sha256"]


def test_the_same_content_has_the_same_address(client):
    first = kept(client, PAGE)
    when = Kept.objects.get(digest=first.strip("/").rpartition("/")[2]).kept

    assert kept(client, PAGE) == first
    assert Kept.objects.get(digest=first.strip("/").rpartition("/")[2]).kept == when


def test_what_is_kept_does_not_lead_to_files_that_change(client, home):
    with home.tables() as tables:
        address = next(one for kind in KINDS if kind.id == "provider" for one in worth_seeing(tables, kind))
    main = client.get(kept(client, address)).content.decode()

    assert 'href="table/' in main
    assert f'href="{address}/table/' not in main
    assert 'action="/kept"' not in main
    assert json.loads(client.get(f"{kept(client, address)}data.json").content)["tables"]


def test_it_may_be_stored_for_ever_and_is_not_for_search_engines(client):
    here = kept(client, PAGE)

    assert "immutable" in client.get(f"{here}data.json").headers["Cache-Control"]
    assert client.get(here).headers["X-Robots-Tag"] == "noindex"
    assert client.get(here.rstrip("/")).status_code == 301


@pytest.mark.parametrize(
    "address", ["", "/nothing", "https://elsewhere.example/x", "/kept", "//x", "/indicator/none", "x" * 5000, "\x00"]
)
def test_what_is_no_page_of_ours_is_not_kept(client, address):
    assert client.post("/kept", {"address": address}).status_code == 404
    # Others keep pages of ours meanwhile.
    assert not Kept.objects.filter(address=address.replace("\x00", "")).exists()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "same-origin"}, 303),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "https://elsewhere.example"}, 403),
        ({"origin": "http://127.0.0.1"}, 303),
        ({}, 303),
    ],
)
def test_pages_elsewhere_cannot_make_a_browser_ask(client, headers, status):
    assert client.post("/kept", {"address": PAGE}, headers=headers).status_code == status


def test_who_asks_too_often_has_to_wait(client):
    with override_settings(CANDOUR_KEPT_A_MINUTE=1):
        answers = [client.post("/kept", {"address": PAGE}, REMOTE_ADDR="192.0.2.55") for _ in range(5)]

    refused = [answer for answer in answers if answer.status_code == 429]
    assert refused
    assert 0 < int(refused[0].headers["Retry-After"]) <= 60


@pytest.mark.parametrize("limit", ["keeping.MOST_BYTES", "CANDOUR_KEPT_MEGABYTES"])
def test_there_is_an_end_to_what_is_kept(client, monkeypatch, limit):
    of_page, of_all = (100, 2000) if limit == "keeping.MOST_BYTES" else (5_000_000, 0)
    monkeypatch.setattr("candour.site.kept.keeping.MOST_BYTES", of_page)
    address = f"/indicator/{sorted(indicators())[0]}"
    Kept.objects.filter(address=address).delete()
    files = KeptFile.objects.count()

    with override_settings(CANDOUR_KEPT_MEGABYTES=of_all):
        answer = client.post("/kept", {"address": address})

    assert answer.status_code == 507
    assert KeptFile.objects.count() == files


def test_an_unknown_digest_and_an_unknown_file_are_not_there(client):
    assert client.get(f"/kept/{'0' * 64}/").status_code == 404
    assert client.get(f"/kept/{'0' * 64}/data.json").status_code == 404
    assert client.get(f"{kept(client, PAGE)}nothing").status_code == 404


def test_a_form_on_every_page_asks_for_it_and_no_cookie_is_set(client):
    page = client.get(PAGE)

    assert f'name="address" value="{PAGE}"' in page.content.decode()
    assert "Set-Cookie" not in page.headers
    assert "Set-Cookie" not in client.post("/kept", {"address": PAGE}).headers
    assert client.get("/kept").status_code == 200
