"""Whatever is asked, however odd, long or hostile: an answer or a refusal, and never a fault of ours."""

from urllib.parse import quote, urlencode

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from candour.site.explore import KINDS

HOSTILE = (
    "' OR 1=1 --",
    "'; DROP TABLE processes; --",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "../../../../etc/passwd",
    "{{ 7*7 }}{% debug %}",
    "read_csv('/etc/passwd')",
    "%s%s%n",
    "\x00",
    "\ud800",
    "‮right to left",
    "𝕬" * 50,
    "-1",
    "9" * 400,
    "1e9999",
    "NaN",
    "0000-00-00",
    "9999-12-31",
    "10000-01-01",
    "a" * 10_000,
    '"NEAR(" * OR AND',
    "cqc:",
    "/",
    "//evil.example/",
    "data.json",
    "table/x.csv",
)
PARTS = ("", "/data.json", "/table/none.csv", "/chart/none.svg", "/chart/none")
ANSWERS = {200, 301, 302, 304, 400, 404, 405, 414}

keys = st.one_of(st.sampled_from(HOSTILE), st.text(min_size=1, max_size=60))
values = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=60), st.integers().map(str), st.dates().map(str))


@pytest.fixture(scope="module")
def reader(home) -> Client:
    return Client(headers={"host": "127.0.0.1"}, raise_request_exception=True)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_question_makes_the_site_fail(kind, reader, data):
    key = f"/{quote(data.draw(keys, 'key').encode('utf-8', 'surrogatepass'), safe='')}" if kind.key else ""
    named = [*kind.asked.model_fields, "unknown"]
    query = data.draw(st.lists(st.tuples(st.sampled_from(named), values), max_size=5), "query")
    encoded = urlencode([(name, value.encode("utf-8", "surrogatepass")) for name, value in query])

    answer = reader.get(f"/{kind.id}{key}{data.draw(st.sampled_from(PARTS), 'part')}?{encoded}")

    assert answer.status_code in ANSWERS
    if "html" in answer.headers["Content-Type"]:
        said = answer.content.decode()
        assert "<script" not in said
        assert "<img src=x" not in said


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_every_field_takes_what_is_hostile(kind, hostile, reader):
    sent = hostile.encode("utf-8", "surrogatepass")
    key = f"/{quote(sent, safe='')}" if kind.key else ""

    answer = reader.get(f"/{kind.id}{key}?{urlencode([(name, sent) for name in kind.asked.model_fields])}")

    assert answer.status_code in ANSWERS


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_pages_are_read_and_nothing_else(method, reader):
    assert getattr(reader, method)("/indicator/single-bid-share").status_code == 405


@pytest.mark.parametrize(
    "path", ["/static/../../../../etc/passwd", "/static/%2e%2e/%2e%2e/settings.py", "/.//evil.example"]
)
def test_no_file_of_the_machine_is_given_away(path, reader):
    answer = reader.get(path)

    assert answer.status_code == 404
    assert b"root:" not in answer.content
