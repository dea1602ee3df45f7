"""CQC is asked for what changed, then for each record; its key goes nowhere else."""

import json
import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

import pytest

from candour.sources.client import Client
from candour.sources.errors import SourceError
from candour.sources.publishers import Source

from .bad_server import BadServer, Reply, Request

SINCE, UNTIL = datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 3, 20, tzinfo=UTC)
KEY = "fictional-key-0123456789"


class Regulator:
    """Changed on a day: so many locations and providers, whose numbers say the day."""

    def __init__(self, server: BadServer, changed: dict[str, list[datetime]], page: int = 3) -> None:
        self._changed, self._page = changed, page
        self.gone: set[str] = set()
        server.answer = self

    def __call__(self, request: Request) -> Reply:
        if request.headers.get("ocp-apim-subscription-key") != KEY:
            return Reply(b'{"message": "Access denied"}', status=401)
        if request.path.startswith("/changes/"):
            return self._changes(request)
        _, kinds, number = request.path.split("/")
        if number in self.gone:
            return Reply(b"{}", status=404)
        return Reply(json.dumps({f"{kinds[:-1]}Id": number, "name": "Example House"}).encode())

    def _changes(self, request: Request) -> Reply:
        kind, query = request.path.rpartition("/")[2], request.query
        first, last = (datetime.fromisoformat(query[name]) for name in ("startTimestamp", "endTimestamp"))
        numbers = [f"1-{day:%Y%m%d}{at}" for day in self._changed[kind] if first <= day < last for at in range(4)]
        page, pages = int(query["page"]), max(1, -(-len(numbers) // self._page))
        part = numbers[(page - 1) * self._page : page * self._page]
        return Reply(json.dumps({"total": len(numbers), "totalPages": pages, "changes": part}).encode())


@pytest.fixture
def cqc(source: Callable[..., Source], monkeypatch: pytest.MonkeyPatch) -> Source:
    monkeypatch.setenv("CANDOUR_CQC_KEY", f" {KEY}\n")
    return source("cqc")


DAYS = [SINCE + timedelta(days=day) for day in (0, 1, 9, 18)]


def test_every_changed_record_comes_once(server: BadServer, client: Client, cqc: Source) -> None:
    Regulator(server, {"location": DAYS, "provider": DAYS[:1]})
    found = [each.name for each in cqc.fetch(SINCE, UNTIL, client)]
    assert len(found) == len(set(found)) == 20
    assert found[0] == "cqc_provider_1-202603010.json"


def test_an_interrupted_fetch_goes_on_behind_what_is_safe(
    server: BadServer, client: Client, cqc: Source, tmp_path: Path
) -> None:
    Regulator(server, {"location": DAYS, "provider": DAYS})
    whole = [each.name for each in cqc.fetch(SINCE, UNTIL, client)]
    kept: list[str] = []
    while taken := [each.name for each in islice(cqc.fetch(SINCE, UNTIL, client, tmp_path / "checkpoint"), 5)]:
        kept += taken
    assert sorted(set(kept)) == sorted(whole)
    assert len(kept) - len(whole) <= len(whole) // 4, "only what was not safe comes twice"


def test_a_record_that_has_gone_is_passed_over(server: BadServer, client: Client, cqc: Source) -> None:
    Regulator(server, {"location": DAYS[:1], "provider": []}).gone.add("1-202603012")
    warnings: list[str] = []
    assert len(list(cqc.fetch(SINCE, UNTIL, client, warn=warnings.append))) == 3
    assert len(warnings) == 1
    assert "1-202603012 answered 404" in warnings[0]


def test_a_busy_service_is_waited_for(server: BadServer, client: Client, cqc: Source) -> None:
    Regulator(server, {"location": DAYS[:1], "provider": []})
    server.faults = [Reply(status=429), None, Reply(b"<html>", media_type="text/html"), None, Reply(status=503)]
    assert len(list(cqc.fetch(SINCE, UNTIL, client))) == 4


def test_no_key_and_a_wrong_key_are_said_plainly(
    server: BadServer, client: Client, cqc: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    Regulator(server, {"location": DAYS, "provider": DAYS})
    for value, message in (
        ("", "a key is needed"),
        ("wrong-but-secret", r"401 and refused the key in CANDOUR_CQC_KEY"),
        ("two words secret", "cannot be a key"),
        ("secret\x07", "cannot be a key"),
    ):
        monkeypatch.setenv("CANDOUR_CQC_KEY", value)
        with pytest.raises(SourceError, match=message) as caught:
            list(cqc.fetch(SINCE, UNTIL, client))
        assert "secret" not in str(caught.value)
        assert "CANDOUR_CQC_KEY" in str(caught.value)


def test_a_list_that_is_none_stops_the_fetch(server: BadServer, client: Client, cqc: Source) -> None:
    server.answer = lambda request: Reply(b'{"message": "maintenance"}')
    with pytest.raises(SourceError, match="no list of changes"):
        list(cqc.fetch(SINCE, UNTIL, client))


def test_the_key_is_sent_to_no_other_host_and_told_to_nobody(
    server: BadServer, client: Client, cqc: Source, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    regulator = Regulator(server, {"location": DAYS[:1], "provider": []})
    elsewhere = server.url.replace("127.0.0.1", "localhost")

    def redirected(request: Request) -> Reply:
        if request.path == "/elsewhere":
            return Reply(b"{}")
        if request.path.startswith("/locations/"):
            return Reply(status=302, headers={"Location": f"{elsewhere}elsewhere"})
        return regulator(request)

    server.answer = redirected
    assert len(list(cqc.fetch(SINCE, UNTIL, client))) == 4
    there = [request for request in server.requests if request.path == "/elsewhere"]
    assert len(there) == 4
    assert not any("ocp-apim-subscription-key" in request.headers for request in there)
    assert KEY not in caplog.text
