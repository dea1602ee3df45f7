"""Fetching into the archive: from a publisher that behaves as the real ones do, to receipts."""

import hashlib
import json
from datetime import UTC, date, datetime, timedelta

from candour.archive import Archive
from candour.operations.fetch import fetch_address, fetch_source
from candour.operations.home import Home
from candour.sources import KnownCorrection

from .bad_server import Reply
from .publishers_as_they_are import ContractsFinder, Row

SINCE = datetime(2026, 10, 1, tzinfo=UTC)
UNTIL = SINCE + timedelta(days=2)


def rows(n):
    return [Row(SINCE + timedelta(minutes=10 * number), number) for number in range(n)]


def test_every_page_becomes_a_receipt_and_none_is_fetched_twice(tmp_path, server, client, source):
    ContractsFinder(server, rows(250))
    home = Home(tmp_path)

    def fetch():
        return list(fetch_source(home, source("contracts_finder"), SINCE, UNTIL, client, warn=lambda line: None))

    added = fetch()
    assert sum(one.releases for one in added) == 250
    receipts = list(Archive.at(home.archive).receipts())
    assert [receipt.id for receipt in receipts] == [one.receipt.id for one in added]
    for receipt in receipts:
        assert receipt.source == "contracts_finder"
        assert "open-government-licence" in receipt.licence
        assert receipt.url.startswith(server.url)
    assert fetch() == []
    assert len(list(Archive.at(home.archive).receipts())) == len(receipts)


def test_what_is_known_to_be_wrong_with_a_page_is_corrected_beside_it(tmp_path, server, client, source):
    body = b'{"version":"1.1","releases":[{"ocid":"ocds-fictional-1","id":"1","x":1e9999}]}'
    server.answer = lambda request: Reply(body)
    known = KnownCorrection(
        sha256=hashlib.sha256(body).hexdigest(),
        offset=body.index(b"1e9999"),
        old=b"1e9999",
        new=b"null",
        reason="a number that no program can hold",
        by="A. Clerk",
        made=date(2026, 11, 1),
    )
    asked = source("contracts_finder", corrections=(known,))
    added, *_ = fetch_source(Home(tmp_path), asked, SINCE, UNTIL, client, warn=lambda line: None)
    assert (added.releases, added.refused) == (1, 0)
    archive = Archive.at(Home(tmp_path).archive)
    assert archive.open(added.receipt.id).read() == body
    assert json.loads(archive.open_corrected(added.receipt.id).read())["releases"][0]["x"] is None
    (correction,) = archive.corrections(added.receipt.id)
    assert (correction.reason, correction.by) == (known.reason, known.by)


def test_a_web_address_becomes_one_receipt(tmp_path, server, client):
    server.answer = lambda request: Reply(b'{"ocid":"ocds-fictional-1","id":"1","date":"2026-10-01T00:00:00Z"}')
    added = fetch_address(Home(tmp_path), f"{server.url}notices/page.json", client)
    assert (added.releases, added.receipt.name, added.receipt.source) == (1, "page.json", "url")
