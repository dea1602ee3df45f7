"""Fetching into the archive: from a publisher that behaves as the real ones do, to receipts."""

import hashlib
import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import msgspec

from candour.archive import Archive
from candour.operations.add import add_files
from candour.operations.fetch import fetch_address, fetch_source
from candour.operations.home import Home
from candour.sources.definition import KnownCorrection
from candour.sources.tables import tables_sources

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


def test_a_register_s_file_at_an_address_is_known_by_its_columns(tmp_path, server, client):
    body = (Path(__file__).parent / "golden" / "cqc-directory-of-ratings.csv").read_bytes()
    server.answer = lambda request: Reply(body, media_type="text/csv")
    added = fetch_address(Home(tmp_path), f"{server.url}directory.csv", client)
    assert added.receipt.source == "cqc"
    assert added.receipt.publisher == "Care Quality Commission"
    assert "open-government-licence" in added.receipt.licence
    assert (added.things["ratings"], added.refused) == (5, 1)


def test_what_is_known_to_be_wrong_with_a_file_is_corrected_when_it_is_added(tmp_path, monkeypatch):
    file = tmp_path / "rqia.csv"
    file.write_bytes((Path(__file__).parent / "golden" / "rqia-services.csv").read_bytes())
    body = file.read_bytes()
    known = KnownCorrection(
        sha256=hashlib.sha256(body).hexdigest(),
        offset=body.index(b"Example Lodge"),
        old=b"Example Lodge",
        new=b"Example Court",
        reason="the certificate says so",
        by="A. Clerk",
        made=date(2026, 11, 1),
    )
    source = tables_sources()["rqia"]
    definition = msgspec.structs.replace(source.definition, corrections=(known,))
    mended = {**tables_sources(), "rqia": msgspec.structs.replace(source, definition=definition)}
    monkeypatch.setattr("candour.operations.add.tables_sources", lambda: mended)
    (added,) = add_files(Home(tmp_path), [file])
    archive = Archive.at(Home(tmp_path).archive)
    assert b"Example Court" in archive.open_corrected(added.receipt.id).read()
    assert archive.open(added.receipt.id).read() == body
