"""Every release of every publisher is fetched, whatever its service does."""

import json
import random
from collections import Counter, deque
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

import pytest

from candour.sources.client import Client
from candour.sources.definition import NoticesDefinition, Rate, Rows
from candour.sources.errors import SourceError
from candour.sources.fetched import Fetched
from candour.sources.publishers import Source, publishers

from .bad_server import BadServer, Reply
from .conftest import FakeTime
from .publishers_as_they_are import ContractsFinder, FindATender, Months, Row, package

NOTICES = sorted(name for name, each in publishers().items() if isinstance(each.definition, NoticesDefinition))
SINCE, UNTIL = datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 4, 1, tzinfo=UTC)
ANY = Rows(0, 10_000_000)


def rows_over(since: datetime, until: datetime, count: int, kinds: tuple[int, ...] = (21,)) -> list[Row]:
    """Unevenly spread: quiet nights, and bursts."""
    chance = random.Random(count)
    seconds = (until - since).total_seconds()
    bursts = [chance.uniform(0, seconds) for _ in range(5)]
    times = [
        chance.uniform(0, seconds) if chance.random() < 0.6 else chance.choice(bursts) + chance.uniform(0, 900)
        for _ in range(count)
    ]
    return [
        Row(since + timedelta(seconds=int(min(time, seconds - 1))), number, chance.choice(kinds))
        for number, time in enumerate(times)
    ]


def serve(server: BadServer, publisher: Source, rows: list[Row]) -> None:
    if publisher.definition.id == "find_a_tender":
        FindATender(server, rows)
    elif publisher.definition.id == "contracts_finder":
        ContractsFinder(server, rows)
    else:
        Months(server, rows, publisher.definition.locale)


def ids(pages: Iterable[Fetched]) -> Counter[str]:
    found: Counter[str] = Counter()
    for page in pages:
        try:
            text = page.content.decode()
        except UnicodeDecodeError:
            text = page.content.decode("iso-8859-1")
        assert "Môn" in text or '"releases": []' in text
        found.update(release["id"] for release in json.loads(text)["releases"])
    return found


def all_of(rows: Iterable[Row]) -> Counter[str]:
    return Counter(str(row.number) for row in rows)


def test_find_a_tender_gives_every_release_exactly_once_without_a_cursor(
    server: BadServer, client: Client, source: Callable[..., Source]
) -> None:
    rows = rows_over(SINCE, UNTIL, 2500)
    FindATender(server, rows)
    assert ids(source("find_a_tender", rows_per_month=ANY).fetch(SINCE, UNTIL, client)) == all_of(rows)
    assert not [request for request in server.requests if "cursor" in request.query]
    assert len(server.requests) < 2500 / 100 * 6, "few windows turn out to be full"


@pytest.mark.parametrize("fold", [0, 1])
@pytest.mark.parametrize("year", [2024, 2025])
def test_find_a_tender_loses_nothing_when_clocks_change(
    server: BadServer, client: Client, source: Callable[..., Source], year: int, fold: int
) -> None:
    for month in (3, 10):
        since = datetime(year, month, 25, 5, 13, tzinfo=UTC)
        until = datetime(year, month + 1, 1, tzinfo=UTC)
        rows = rows_over(since, until, 1500)
        FindATender(server, rows, fold=fold)
        found = ids(source("find_a_tender", rows_per_month=ANY).fetch(since, until, client))
        assert set(found) == set(all_of(rows))


@pytest.mark.parametrize("fold", [0, 1])
@pytest.mark.parametrize("minutes", [-90, -60, -30, 0, 30, 60, 90])
def test_find_a_tender_loses_nothing_at_the_ends_when_clocks_are_put_back(
    server: BadServer, client: Client, source: Callable[..., Source], minutes: int, fold: int
) -> None:
    change = datetime(2025, 10, 26, 1, tzinfo=UTC)
    middle = change + timedelta(minutes=minutes)
    rows = [Row(change + timedelta(minutes=2 * each), each) for each in range(-149, 149)]
    FindATender(server, rows, fold=fold)
    fetch = source("find_a_tender", rows_per_month=ANY).fetch
    before = ids(fetch(change - timedelta(hours=5), middle, client))
    after = ids(fetch(middle, change + timedelta(hours=5), client))
    assert {str(row.number) for row in rows if row.time < middle} <= before.keys()
    assert {str(row.number) for row in rows if row.time >= middle} <= after.keys()
    assert len(server.requests) < 20


def test_too_many_releases_in_the_two_hours_are_fetched_by_cursor_and_warned_of(
    server: BadServer, client: Client, source: Callable[..., Source]
) -> None:
    change = datetime(2025, 10, 26, 1, tzinfo=UTC)
    rows = [Row(change + timedelta(minutes=each), each) for each in range(-299, 299)]
    FindATender(server, rows)
    warnings: list[str] = []
    fetch = source("find_a_tender", rows_per_month=ANY).fetch
    found = ids(fetch(change - timedelta(hours=5), change + timedelta(hours=5), client, warn=warnings.append))
    assert len(all_of(rows) - found) == 1, "the service itself loses one"
    assert len(warnings) == 1
    assert "from 2025-10-25 23:59:59 to 02:00:00 UTC" in warnings[0]
    assert len(server.requests) < 30


def test_find_a_tender_may_count_both_ends_of_a_window(
    server: BadServer, client: Client, source: Callable[..., Source]
) -> None:
    rows = rows_over(SINCE, UNTIL, 1500)
    FindATender(server, rows, end_counts=True)
    found = ids(source("find_a_tender", rows_per_month=ANY).fetch(SINCE, UNTIL, client))
    assert set(found) == set(all_of(rows))
    assert found.total() - len(found) < 30, "only those on a boundary come twice"


def test_a_second_with_too_many_releases_is_fetched_by_cursor_and_warned_of(
    server: BadServer, client: Client, source: Callable[..., Source]
) -> None:
    rows = [Row(SINCE + timedelta(hours=5), number) for number in range(250)]
    FindATender(server, rows)
    warnings: list[str] = []
    fetch = source("find_a_tender", rows_per_month=ANY).fetch
    found = ids(fetch(SINCE, SINCE + timedelta(days=1), client, warn=warnings.append))
    assert len(found) == 248, "the service itself loses two"
    assert len(warnings) == 1
    assert "2026-03-01 05:00:00 to 05:00:01 UTC, which cannot be split: some may be missing" in warnings[0]


def test_contracts_finder_gives_every_release_and_waits_when_refused(
    server: BadServer, client: Client, time: FakeTime, source: Callable[..., Source]
) -> None:
    rows = rows_over(SINCE, UNTIL, 3000)
    ContractsFinder(server, rows)
    server.faults = [None, None, Reply(status=403), None, Reply(status=500), Reply(b'{"releases": []}', cut=3)]
    assert ids(source("contracts_finder", rows_per_month=ANY).fetch(SINCE, UNTIL, client)) == all_of(rows)
    assert time.slept.count(300) == 1
    assert time.slept.count(2) > 30, "politely"


@pytest.mark.parametrize(("name", "locale"), [("public_contracts_scotland", None), ("sell2wales", "2057")])
def test_scotland_and_wales_are_asked_by_month_and_notice_type(
    server: BadServer, client: Client, source: Callable[..., Source], name: str, locale: str | None
) -> None:
    since, until = datetime(2025, 11, 10, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC)
    rows = rows_over(datetime(2025, 11, 1, tzinfo=UTC), until, 400, (21, 101, 102, 103, 104))
    Months(server, rows, locale)
    assert ids(source(name, rows_per_month=ANY).fetch(since, until, client)) == all_of(rows)
    assert len(server.requests) == 3 * 5


@pytest.mark.parametrize(
    "body", [b'{"releases": [{"ocid": "a", "value": 1e9999}]}', b'{"releases": [{"ocid": "a", "value": 007}]}']
)
def test_invalid_json_is_kept_as_it_came_and_warned_of(
    server: BadServer, client: Client, source: Callable[..., Source], body: bytes
) -> None:
    for name in NOTICES:
        server.answer = lambda request: Reply(body)
        warnings: list[str] = []
        fetch = source(name, rows_per_month=ANY, notice_types=(21,)).fetch
        pages = list(fetch(SINCE, SINCE + timedelta(days=1), client, warn=warnings.append))
        assert [page.content for page in pages] == [body]
        assert len(warnings) == 1
        assert "not valid JSON; it is kept as it came" in warnings[0]


def test_a_page_says_where_it_came_from(server: BadServer, client: Client, source: Callable[..., Source]) -> None:
    FindATender(server, [])
    (page,) = source("find_a_tender").fetch(SINCE, SINCE + timedelta(hours=3), client)
    assert page.url == (
        f"{server.url}ocdsReleasePackages?"
        "updatedFrom=2026-03-01T00%3A00%3A00&updatedTo=2026-03-01T03%3A00%3A00&limit=100"
    )
    assert (page.name, page.media_type) == (
        "find_a_tender_20260301T000000Z_20260301T030000Z.json",
        "application/json",
    )
    assert page.fetched.tzinfo == UTC


@pytest.mark.parametrize("name", NOTICES)
def test_an_interrupted_fetch_goes_on_where_it_was(
    server: BadServer, client: Client, source: Callable[..., Source], tmp_path: Path, name: str
) -> None:
    until = SINCE + timedelta(days=20)
    rows = rows_over(SINCE, until, 1200, (21, 101))
    publisher = source(name, rows_per_month=ANY)
    serve(server, publisher, rows)
    whole = list(publisher.fetch(SINCE, until, client))
    asked = len(server.requests)
    server.requests.clear()

    kept: list[Fetched] = []
    interruptions = 0
    while True:
        pages = publisher.fetch(SINCE, until, client, tmp_path / "checkpoint")
        taken = list(islice(pages, 4))
        kept += taken
        if len(taken) < 4:
            break
        interruptions += 1  # killed after the fourth page was safe, before the next was asked for
    assert ids(kept).keys() == all_of(rows).keys()
    assert len(kept) - len(whole) == interruptions, "one page is fetched again after each interruption"
    assert len(server.requests) == asked + interruptions
    assert not [path for path in tmp_path.iterdir() if path.name != "checkpoint"]

    server.requests.clear()
    assert list(publisher.fetch(SINCE, until, client, tmp_path / "checkpoint")) == []
    assert not server.requests


def test_a_later_fetch_goes_on_from_an_earlier_one(
    server: BadServer, client: Client, source: Callable[..., Source], tmp_path: Path
) -> None:
    rows = rows_over(SINCE, UNTIL, 600)
    FindATender(server, rows)
    fetch = source("find_a_tender", rows_per_month=ANY).fetch
    middle = SINCE + timedelta(days=11, hours=7)
    later = ids(fetch(middle, UNTIL, client, tmp_path / "c"))
    earlier = ids(fetch(SINCE, UNTIL, client, tmp_path / "c"))
    assert earlier + later == all_of(rows)
    assert earlier.keys().isdisjoint(later)


def test_giving_up_keeps_what_was_done(
    server: BadServer, client: Client, source: Callable[..., Source], tmp_path: Path
) -> None:
    rows = rows_over(SINCE, UNTIL, 300)
    FindATender(server, rows)
    publisher = source("find_a_tender", rows_per_month=ANY, rate=Rate(between_requests=0, tries=2))
    server.faults = [None] * 5 + [Reply(status=500)] * 2
    kept: list[Fetched] = []
    pages = publisher.fetch(SINCE, UNTIL, client, tmp_path / "c")
    with pytest.raises(SourceError, match="gave up"):
        deque(map(kept.append, pages), maxlen=0)
    rest = list(publisher.fetch(SINCE, UNTIL, client, tmp_path / "c"))
    assert len(kept) == 5
    assert ids(kept) + ids(rest) == all_of(rows)


FAULTS = [
    None,
    None,
    Reply(status=429, headers={"Retry-After": "7"}),
    Reply(status=429),
    Reply(status=500),
    Reply(status=503),
    Reply(b'{"releases": []}', cut=7),
    Reply(b'{"releases": [{"ocid": "x"'),
    Reply(b""),
    Reply(b"<html>Sorry", media_type="text/html"),
    Reply(status=302, headers={"Location": "/sorry"}),
    Reply(b"no gzip", headers={"Content-Encoding": "gzip"}),
]


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("name", NOTICES)
def test_whatever_goes_wrong_in_whatever_order_every_release_comes(
    server: BadServer, client: Client, source: Callable[..., Source], name: str, seed: int
) -> None:
    chance = random.Random(f"{name} {seed}")
    rows = rows_over(SINCE, UNTIL, 500, (21, 101))
    patient = Rate(between_requests=0, tries=500, altogether=1e9)
    publisher = source(name, rows_per_month=ANY, rate=patient)
    serve(server, publisher, rows)
    true = server.answer
    server.answer = lambda request: (
        Reply(b"<p>Sorry", media_type="text/html") if "sorry" in request.path else true(request)
    )
    server.faults = chance.choices(FAULTS, k=60)
    assert ids(publisher.fetch(SINCE, UNTIL, client)) == all_of(rows)
    assert len(server.faults) < 60


@pytest.mark.parametrize(("expected", "warned"), [(Rows(1, 200), 0), (Rows(101, 200), 1), (Rows(0, 99), 1)])
def test_a_month_with_too_few_or_too_many_releases_is_warned_of(
    server: BadServer, client: Client, source: Callable[..., Source], expected: Rows, warned: int
) -> None:
    for name, service in (("contracts_finder", ContractsFinder), ("public_contracts_scotland", Months)):
        service(server, rows_over(SINCE, UNTIL, 100))
        warnings: list[str] = []
        until = UNTIL + timedelta(days=3)  # of April only a part: nothing can be said about it
        list(source(name, rows_per_month=expected).fetch(SINCE, until, client, warn=warnings.append))
        assert len(warnings) == warned
        if warned:
            assert "gave 100 releases for March 2026" in warnings[0]


def test_releases_are_counted_for_the_month_that_they_are_of(
    server: BadServer, client: Client, source: Callable[..., Source], tmp_path: Path
) -> None:
    rows = rows_over(SINCE, UNTIL, 100)
    start, middle, end = SINCE - timedelta(hours=31), SINCE + timedelta(days=9.3), UNTIL + timedelta(hours=31)
    for name in NOTICES:
        publisher = source(name, rows_per_month=Rows(100, 100), notice_types=(21,))
        serve(server, publisher, rows)
        warnings: list[str] = []
        list(publisher.fetch(start, middle, client, tmp_path / name, warn=warnings.append))
        list(publisher.fetch(start, end, client, tmp_path / name, warn=warnings.append))
        assert warnings == []


def test_progress_reaches_its_end(server: BadServer, client: Client, source: Callable[..., Source]) -> None:
    rows = rows_over(SINCE, UNTIL, 100)
    for name, service in (
        ("find_a_tender", FindATender),
        ("contracts_finder", ContractsFinder),
        ("public_contracts_scotland", Months),
    ):
        service(server, rows)
        seen: list[tuple[int, int, str]] = []
        fetch = source(name, rows_per_month=ANY).fetch
        list(fetch(SINCE, UNTIL, client, progress=lambda *step, seen=seen: seen.append(step)))
        assert [step[0] for step in seen] == sorted(step[0] for step in seen)
        assert seen[-1][0] == seen[-1][1] > 0


@pytest.mark.parametrize("link", ["https://elsewhere.example/next", "{self}"])
def test_a_next_page_elsewhere_or_without_end_is_refused(
    server: BadServer, client: Client, source: Callable[..., Source], link: str
) -> None:
    server.answer = lambda request: package([Row(SINCE, 1)], link.replace("{self}", request.path_and_query))
    with pytest.raises(SourceError, match=r"next page|never end"):
        list(source("contracts_finder").fetch(SINCE, UNTIL, client))


@pytest.mark.parametrize(
    ("since", "until", "message"),
    [(UNTIL, SINCE, "nothing to fetch"), (SINCE, SINCE, "nothing to fetch"), (datetime(2026, 3, 1), UNTIL, "zone")],
)
def test_dates_that_make_no_sense_are_refused(
    client: Client, source: Callable[..., Source], since: datetime, until: datetime, message: str
) -> None:
    with pytest.raises(SourceError, match=message):
        list(source("find_a_tender").fetch(since, until, client))


def test_nothing_is_asked_for_before_a_publisher_began(
    server: BadServer, client: Client, source: Callable[..., Source]
) -> None:
    FindATender(server, [])
    list(source("find_a_tender").fetch(datetime(2015, 1, 1, tzinfo=UTC), datetime(2021, 1, 3, tzinfo=UTC), client))
    assert [request.query["updatedFrom"] for request in server.requests] == [
        "2021-01-01T00:00:00",
        "2021-01-02T00:00:00",
    ]


def test_the_future_is_not_done_when_it_is_asked_for(
    server: BadServer, client: Client, time: FakeTime, source: Callable[..., Source], tmp_path: Path
) -> None:
    since, until = time.now() - timedelta(days=2), time.now() + timedelta(days=2)
    rows = rows_over(since, until, 120)
    publisher = source("find_a_tender", rows_per_month=ANY)
    found: Counter[str] = Counter()
    for _ in range(4):
        FindATender(server, [row for row in rows if row.time <= time.now()])
        found += ids(publisher.fetch(since, until, client, tmp_path / "c"))
        time.seconds += timedelta(days=1).total_seconds()
    assert found == all_of(rows)
    with pytest.raises(SourceError, match="nothing to fetch"):
        list(publisher.fetch(time.now(), time.now() + timedelta(days=1), client))


@pytest.mark.parametrize("content", [b"", b"[]", b'{"format": "other", "source": "x", "lanes": {}}'])
def test_a_file_that_is_no_checkpoint_is_refused(
    client: Client, source: Callable[..., Source], tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "c").write_bytes(content)
    with pytest.raises(SourceError, match="checkpoint"):
        list(source("find_a_tender").fetch(SINCE, UNTIL, client, tmp_path / "c"))
