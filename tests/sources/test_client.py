"""The client is polite, patient within bounds, and says plainly why it gives up."""

import gzip
from datetime import timedelta
from email.utils import format_datetime

import pytest

from candour.sources import url
from candour.sources.body import page_fault
from candour.sources.client import Client
from candour.sources.definition import Rate
from candour.sources.errors import SourceError

from .bad_server import BadServer, Reply
from .conftest import FakeTime

RATE = Rate(between_requests=0, tries=4, altogether=1000, waits={403: 300, 429: 120})
FINE = Reply(b'{"releases": []}')


@pytest.fixture(autouse=True)
def _fine(server: BadServer) -> None:
    server.answer = lambda request: FINE


def get(client: Client, server: BadServer, rate: Rate = RATE) -> bytes:
    return client.get(server.url + "x", rate, page_fault).content


def test_it_says_who_asks(client: Client, server: BadServer) -> None:
    get(client, server)
    agent = server.requests[0].headers["user-agent"]
    assert agent.startswith("candour-care/")
    assert "a@example.org" in agent


def test_the_contact_can_come_from_the_environment(server: BadServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CANDOUR_CONTACT", "https://example.org/about")
    with Client() as client:
        get(client, server)
    assert "https://example.org/about" in server.requests[0].headers["user-agent"]


def test_a_host_is_left_alone_between_requests(client: Client, server: BadServer, time: FakeTime) -> None:
    for _ in range(3):
        get(client, server, Rate(between_requests=10.5))
    assert time.slept == [10.5, 10.5]


@pytest.mark.parametrize(
    ("fault", "waits"),
    [
        (Reply(status=429, headers={"Retry-After": "17"}), [17]),
        (Reply(status=429), [120]),
        (Reply(status=429, headers={"Retry-After": "soon"}), [120]),
        (Reply(status=403), [300]),
        (Reply(status=503, headers={"Retry-After": "5"}), [5]),
        (Reply(status=500), [1]),
        (Reply(b'{"releases": []}', cut=5), [1]),
        (Reply(b'{"releases": ['), [1]),
        (Reply(b""), [1]),
        (Reply(b"<!doctype html><p>Down for maintenance", media_type="text/html"), [1]),
        (Reply(b"  <error/>"), [1]),
        (Reply(b"not gzip at all", headers={"Content-Encoding": "gzip"}), [1]),
    ],
)
def test_what_passes_is_waited_for(
    client: Client, server: BadServer, time: FakeTime, fault: Reply, waits: list[float]
) -> None:
    server.faults = [fault]
    assert get(client, server) == FINE.body
    assert time.slept == waits
    assert len(server.requests) == 2


def test_retry_after_can_be_a_date(client: Client, server: BadServer, time: FakeTime) -> None:
    server.faults = [Reply(status=429, headers={"Retry-After": format_datetime(time.now() + timedelta(seconds=42))})]
    get(client, server)
    assert time.slept == [42]


def test_waits_grow_and_chance_shortens_them(server: BadServer, time: FakeTime) -> None:
    server.faults = [Reply(status=500)] * 6
    with Client(clock=time.clock, sleep=time.sleep, chance=lambda: 0.0) as client:
        get(client, server, Rate(between_requests=0, tries=7))
    assert time.slept == [0.5, 1, 2, 4, 8, 16]


def test_it_gives_up_after_so_many_tries_in_one_line(client: Client, server: BadServer) -> None:
    server.faults = [Reply(status=500)] * 9
    with pytest.raises(
        SourceError, match=r"gave up on http.* after 4 tries: .* answered 500 .*; try again"
    ) as caught:
        get(client, server)
    assert "\n" not in str(caught.value)
    assert len(server.requests) == 4


def test_it_does_not_wait_longer_than_it_may(client: Client, server: BadServer, time: FakeTime) -> None:
    server.faults = [Reply(status=429, headers={"Retry-After": "86400"})]
    with pytest.raises(SourceError, match="asks to wait 86400 s"):
        get(client, server)
    assert time.slept == []


@pytest.mark.parametrize("status", [400, 401, 404, 410])
def test_what_does_not_pass_is_not_tried_again(client: Client, server: BadServer, status: int) -> None:
    server.faults = [Reply(status=status)]
    with pytest.raises(SourceError, match=f"answered {status}"):
        get(client, server)
    assert len(server.requests) == 1


def test_each_wait_is_told(server: BadServer, time: FakeTime) -> None:
    told: list[str] = []
    server.faults = [Reply(status=403)]
    with Client(tell=told.append, clock=time.clock, sleep=time.sleep) as client:
        get(client, server)
    assert told == [f"waiting 300 s: {server.url}x answered 403 Forbidden"]


def test_a_slow_drip_does_not_hold_it_for_ever(client: Client, server: BadServer, time: FakeTime) -> None:
    time.tick = 1  # a second passes whenever a piece has come
    server.faults = [Reply(b'{"releases": [' + b" " * 2_000_000 + b"]}", drip=50)] * 3
    assert get(client, server, Rate(between_requests=0, for_a_request=2.5)) == FINE.body
    assert len(server.requests) == 4


def test_silence_does_not_hold_it_for_ever(client: Client, server: BadServer) -> None:
    server.faults = [Reply(b"{}", stall=True)]
    assert get(client, server, Rate(between_requests=0, for_a_request=0.2)) == FINE.body


def test_gzip_is_undone_and_nothing_else(client: Client, server: BadServer) -> None:
    raw = '{"releases": ["Tŷ"]}'.encode("iso-8859-1", "replace")
    server.faults = [Reply(gzip.compress(raw), headers={"Content-Encoding": "gzip"})]
    assert get(client, server) == raw


def test_too_large_an_answer_is_refused(server: BadServer) -> None:
    server.faults = [Reply(gzip.compress(bytes(10_000_000)), headers={"Content-Encoding": "gzip"})]
    with Client(largest=1_000_000) as client, pytest.raises(SourceError, match="larger than 1000000 bytes"):
        client.get(server.url, RATE)


def test_a_server_that_is_not_there_is_one_line(client: Client, server: BadServer) -> None:
    server.close()
    with pytest.raises(SourceError, match=r"gave up on .*ConnectError"):
        get(client, server)


def redirect(target: str) -> Reply:
    return Reply(status=302, headers={"Location": target})


def test_redirections_are_followed_also_to_another_host(client: Client, server: BadServer) -> None:
    other = server.url.replace("127.0.0.1", "localhost")
    server.faults = [redirect("/there"), redirect(other + "y")]
    assert client.get(server.url + "x", RATE).url == other + "y"


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://example.org/x", "data:,x"])
def test_no_redirection_leaves_the_web(client: Client, server: BadServer, target: str) -> None:
    server.faults = [redirect(target)]
    with pytest.raises(SourceError, match=r"not followed|no URL"):
        get(client, server)
    assert len(server.requests) == 1


def test_redirections_end(client: Client, server: BadServer) -> None:
    server.faults = [redirect("/x")] * 20
    with pytest.raises(SourceError, match="more than 5 times"):
        get(client, server)


@pytest.mark.parametrize(
    ("path", "headers", "name"),
    [
        ("data/releases.jsonl", {}, "releases.jsonl"),
        ("a%20b.json?x=1", {}, "a b.json"),
        ("a%0Ab%1B.json", {}, "a?b?.json"),
        ("x", {"Content-Disposition": 'attachment; filename="../../etc/notices.json"'}, "notices.json"),
        ("x", {"Content-Disposition": 'attachment; filename=".."'}, "127.0.0.1"),
        ("", {}, "127.0.0.1"),
    ],
)
def test_any_url_can_be_fetched_and_has_a_name(
    client: Client, server: BadServer, path: str, headers: dict[str, str], name: str
) -> None:
    server.faults = [Reply(b"anything", media_type="application/gzip; x=y", headers=headers)]
    found = url.fetch(server.url + path, client)
    assert (found.content, found.media_type) == (b"anything", "application/gzip")
    assert found.name.partition(":")[0] == name


def test_a_password_is_neither_kept_nor_shown(client: Client, server: BadServer) -> None:
    secret = server.url.replace("http://", "http://me:secret@")
    with pytest.raises(SourceError, match="password") as caught:
        url.fetch(secret, client)
    server.faults = [redirect(secret)]
    with pytest.raises(SourceError, match="not followed"):
        get(client, server)
    assert "secret" not in str(caught.value)


def test_an_answer_that_is_neither_data_nor_redirection_is_refused(client: Client, server: BadServer) -> None:
    server.faults = [Reply(b"pick one", status=300)]
    with pytest.raises(SourceError, match="answered 300"):
        url.fetch(server.url, client)


@pytest.mark.parametrize("wrong", ["file:///etc/passwd", "releases.json", "", "https://"])
def test_what_is_no_web_address_is_refused(client: Client, wrong: str) -> None:
    with pytest.raises(SourceError, match=r"web address|cannot|no URL"):
        url.fetch(wrong, client)
