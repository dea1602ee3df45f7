"""Programs get what pages show: the same bytes, in pages where there is much, and a problem where there is none."""

import csv
import json
import re
from types import SimpleNamespace

import pytest
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from candour.site.api.api import OPERATIONS
from candour.site.api.cursor import CursorError, Listed, StaleCursorError
from candour.site.api.problems import PROBLEMS
from candour.site.api.rows import rows_of
from candour.site.components.table.table import Column, Table
from candour.site.explore import KINDS
from candour.site.pages.worth_seeing import worth_seeing
from tests.site.taken_away import DATA, OF_PROGRAMS, offered

INDICATOR = "/api/v1/indicator/single-bid-share"


def with_rows(home) -> str:
    """The address of a list of several rows in the API."""
    with home.tables() as tables:
        examples = [operation.example(tables) for operation in OPERATIONS if operation.by_cursor]
    return "/api/v1" + next(address for address in examples if "/provider/" in address)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_an_answer_is_the_same_bytes_as_the_data_of_the_page(client, home, kind):
    with home.tables() as tables:
        address = worth_seeing(tables, kind)[0]
    page = client.get(address).content
    answer, data = (client.get(offered(page, words)) for words in (OF_PROGRAMS, DATA))

    assert answer.status_code == data.status_code == 200
    assert answer.content == data.content


def test_there_is_an_operation_for_each_kind_of_page_and_nothing_refers_to_nothing(client):
    text = client.get("/api/v1/openapi.json").content.decode()
    told = json.loads(text)

    assert told["openapi"].startswith("3.1")
    assert {kind.id for kind in KINDS} <= {operation["get"]["operationId"] for operation in told["paths"].values()}
    named = set(re.findall(r'"#/components/schemas/([^"]+)"', text))
    assert named <= {*told["components"]["schemas"]}


def test_a_list_is_read_to_its_end_page_by_page(client, home):
    address = with_rows(home)
    whole = client.get(address).json()
    rows, following = [], f"{address}?limit=1"
    while following:
        page = client.get(following).json()
        rows += page["rows"]
        following = page["links"].get("next", "").removeprefix("http://127.0.0.1:8000")

    assert len(rows) == whole["total"]
    assert rows == whole["rows"]


@pytest.mark.parametrize(("kind", "table"), [("provider", "contracts"), ("council", "contracts")])
def test_a_list_has_as_many_rows_as_the_file(client, home, kind, table):
    with home.tables() as tables:
        page = worth_seeing(tables, next(one for one in KINDS if one.id == kind))[0]
    file = list(csv.reader(client.get(f"{page}/table/{table}.csv").content.decode("utf-8-sig").splitlines()))
    listed = client.get(f"/api/v1{page}/tables/{table}?limit=1").json()

    assert (listed["total"], len(listed["rows"])) == (len(file) - 1, 1)
    assert [column["id"] for column in listed["columns"]] == file[0]
    assert "next" in listed["links"]


def test_a_list_goes_on_where_the_page_ends():
    table = Table(
        id="t",
        caption="T",
        columns=(Column("a", "A"),),
        rows=((1,),),
        every=lambda: iter([(1,), (2,), (3,)]),
        total=3,
    )
    page = SimpleNamespace(data_version="1", caveats=())
    first, last = (rows_of(table, page, begin, begin + 2, lambda: "/next") for begin in (0, 2))

    assert (first.total, first.rows, first.links.next) == (3, ({"a": 1}, {"a": 2}), "/next")
    assert (last.rows, last.links.next) == (({"a": 3},), None)


def test_a_cursor_of_another_list_or_of_other_data_is_refused(client, home):
    answer = client.get(with_rows(home), {"cursor": Listed("another version", "another list").cursor(1)})

    assert answer.status_code == 422
    assert answer.json()["type"].endswith("/problems/no-such-cursor")


def test_a_cursor_of_data_that_changed_says_so():
    before, after = Listed.of("1", "/list", {"limit": 3}), Listed.of("2", "/list", {"limit": 3})

    with pytest.raises(StaleCursorError, match="data version 1, and 2 is in force"):
        after.place(before.cursor(7), places=1)


@given(st.lists(st.integers(0, 2**53), min_size=1, max_size=4))
def test_a_cursor_names_its_place(place):
    listed = Listed.of("version", "/list", {})

    assert listed.place(listed.cursor(*place), places=len(place)) == tuple(place)


@given(st.data())
def test_a_cursor_that_was_changed_is_noticed(data):
    cursor = Listed.of("version", "/list", {}).cursor(5)
    at = data.draw(st.integers(0, len(cursor) - 1))
    other = data.draw(st.characters(codec="ascii").filter(lambda letter: letter != cursor[at]))

    try:
        found = Listed.of("version", "/list", {}).place(cursor[:at] + other + cursor[at + 1 :], places=1)
    except CursorError:
        return
    # The last letter has bits that say nothing.
    assert found == (5,)


@pytest.mark.parametrize("known", ["{tag}", '"other", {tag}', "*", "{strong}"])
def test_what_is_known_already_is_not_sent_again(client, known):
    tag = client.get(INDICATOR).headers["ETag"]
    sent = known.format(tag=tag, strong=tag.removeprefix("W/"))

    answer = client.get(INDICATOR, headers={"if-none-match": sent})

    assert answer.status_code == 304
    assert answer.headers["ETag"] == tag
    assert not answer.content


def test_another_tag_gets_the_answer(client):
    assert client.get(INDICATOR, headers={"if-none-match": '"other", W/"another"'}).status_code == 200


def test_head_tells_what_get_would(client):
    get, head = client.get(INDICATOR), client.head(INDICATOR)

    assert head.status_code == 200
    assert not head.content
    assert head.headers["Content-Length"] == str(len(get.content))
    assert head.headers["ETag"] == get.headers["ETag"]


def test_pages_elsewhere_may_read_it_without_credentials(client):
    asked = client.options(INDICATOR, headers={"origin": "https://elsewhere.example"})

    assert asked.status_code == 204
    assert asked.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    for answer in (asked, client.get(INDICATOR), client.get("/api/v1/nothing")):
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Credentials" not in answer.headers


@pytest.mark.parametrize(
    ("method", "address", "headers", "status", "problem"),
    [
        ("get", "/api/v1/indicator/none", {}, 404, "not-found"),
        ("get", "/api/v1/nothing/at/all", {}, 404, "not-found"),
        ("options", "/elsewhere", {}, 404, ""),
        ("options", "/api/v1/nothing", {}, 404, "not-found"),
        ("post", INDICATOR, {}, 405, "method-not-allowed"),
        ("get", INDICATOR, {"accept": "text/html"}, 406, "not-acceptable"),
        ("get", f"{INDICATOR}?colour=red", {}, 400, "not-understood"),
        ("get", f"{INDICATOR}/tables/x?limit=0", {}, 404, "not-found"),
        ("get", "/api/v1/provider/cqc:1?on=0", {}, 400, "not-understood"),
    ],
)
def test_what_cannot_be_answered_is_a_problem(client, method, address, headers, status, problem):
    answer = getattr(client, method)(address, headers=headers)

    assert answer.status_code == status
    if problem:
        told = answer.json()
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert told["type"] == f"http://127.0.0.1:8000/problems/{problem}"
        assert told["status"] == status
        assert told["title"]
        assert told["detail"]
        assert told["instance"] == address


def test_each_problem_is_explained_at_its_address(client):
    for problem in PROBLEMS:
        page = client.get(f"/problems/{problem.id}")
        assert page.status_code == 200
        assert problem.title in page.content.decode()
    assert client.get("/problems/none").status_code == 404


def test_who_asks_too_often_is_told_when_to_go_on(client):
    with override_settings(CANDOUR_REQUESTS_A_MINUTE=3):
        answers = [client.get(INDICATOR, REMOTE_ADDR="192.0.2.7") for _ in range(8)]
        other = client.get(INDICATOR, REMOTE_ADDR="192.0.2.8")

    # A new minute may have begun in between.
    assert 429 in {answer.status_code for answer in answers}
    refused = next(answer for answer in answers if answer.status_code == 429)
    assert refused.json()["type"].endswith("/problems/too-many-requests")
    assert 0 < int(refused.headers["Retry-After"]) <= 60
    assert refused.headers["RateLimit-Policy"] == '"minute";q=3;w=60'
    assert refused.headers["RateLimit"].startswith('"minute";r=0;t=')
    assert other.status_code == 200


def test_a_reader_behind_our_proxy_is_counted_by_its_own_address(client):
    with override_settings(CANDOUR_REQUESTS_A_MINUTE=1, CANDOUR_BEHIND_PROXY=True):
        answers = [
            client.get(INDICATOR, headers={"x-forwarded-for": f"203.0.113.9, 198.51.100.{last}"}) for last in range(9)
        ]

    assert {answer.status_code for answer in answers} == {200}


def test_no_address_of_a_reader_is_stored(client):
    from candour.site.limits.models import Tally

    client.get(INDICATOR, REMOTE_ADDR="192.0.2.99")

    assert not [one for one in Tally.objects.all() if "192.0.2.99" in repr(vars(one))]
