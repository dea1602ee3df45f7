"""Whatever is wrong with a file is said, with its place, and what is sound around it is kept."""

import io
import json

import msgspec
import orjson
import pytest

from candour.ocds.read import Limits, read

from .reading import compact, ids, read_bytes, release, rules

A, B, C = (compact(release(n)) for n in (1, 2, 3))
KEPT = ["ocds-fiction-1", "ocds-fiction-3"]
NEVER_CLOSED = B[:-1]
QUOTE_LOST = B.replace(b'"date":"2026', b'"date":2026')
DEEP = B[:-1] + b',"x":' + b"[" * 201 + b"]" * 201 + b"}"
VERY_DEEP = B[:-1] + b',"x":' + b"[" * 50_000 + b"]" * 50_000 + b"}"


def with_value(value: bytes) -> bytes:
    return B[:-1] + b',"x":' + value + b"}"


BROKEN = {
    "not a number": (with_value(b"NaN"), "malformed-json"),
    "infinity": (with_value(b"-Infinity"), "malformed-json"),
    "leading zero": (with_value(b"007"), "malformed-json"),
    "beyond a double": (with_value(b"1e9999"), "number-too-large"),
    "beyond a double, negative": (with_value(b"[-1.5E+0400 ]"), "number-too-large"),
    "many digits": (with_value(b"1" * 400), "number-too-large"),
    "many digits and an exponent": (with_value(b"1" * 305 + b"e10"), "number-too-large"),
    "201 levels": (with_value(b"[" * 201 + b"]" * 201), "nested-too-deeply"),
    "201 levels of objects": (with_value(b'{"a":' * 201 + b"1" + b"}" * 201), "nested-too-deeply"),
    "50,000 levels": (with_value(b"[" * 50_000 + b"]" * 50_000), "nested-too-deeply"),
    "lone surrogate": (with_value(b'"\\ud800"'), "malformed-json"),
    "control character": (with_value(b'"a\x01b"'), "malformed-json"),
    "comma too many": (B[:-1] + b",}", "malformed-json"),
    "colon missing": (B[:-1] + b',"x" 1}', "malformed-json"),
    "single quotes": (with_value(b"'x'"), "malformed-json"),
    "python": (with_value(b"None"), "malformed-json"),
    "quote inside a text": (with_value(b'"5" screen"'), "malformed-json"),
    "quotes around a word": (with_value(b'"the "best" care"'), "malformed-json"),
    "no ocid": (b'{"id":"1","date":"2026-01-01T00:00:00Z","tag":["tender"]}', "no-ocid"),
    "empty ocid": (b'{"ocid":"","id":"1"}', "no-ocid"),
    "ocid is a number": (b'{"ocid":5,"id":"1"}', "no-ocid"),
    "ocid is null": (b'{"ocid":null,"id":"1"}', "no-ocid"),
}


@pytest.mark.parametrize("shape", ["lines", "array", "package", "indented package", "concatenated"])
@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_release_is_refused_and_its_neighbours_are_kept(case, shape):
    broken, rule = BROKEN[case]
    if shape == "lines":
        content = b"\n".join((A, broken, C))
    elif shape == "array":
        content = b"[" + b",".join((A, broken, C)) + b"]"
    elif shape == "package":
        content = b'{"uri":"u","version":"1.1","releases":[' + b",".join((A, broken, C)) + b'],"license":"L"}'
    elif shape == "indented package":
        content = b'{\n "releases": [\n  ' + b",\n  ".join((A, broken, C)) + b"\n ]\n}"
    else:
        content = A + broken + C
    releases, problems = read_bytes(content)
    assert ids(releases) == KEPT
    assert rule in rules(problems)
    assert {p.rule.level for p in problems} == {"refused"}
    assert all(p.position.startswith("file: ") for p in problems)


CUT = {
    "unclosed": NEVER_CLOSED,
    "cut inside a text": B[:-20],
    "cut inside a key": B[:30],
}


@pytest.mark.parametrize("case", CUT)
@pytest.mark.parametrize("shape", ["lines", "array", "package"])
def test_after_a_release_that_never_ends_the_next_one_is_found(case, shape):
    parts = (A, CUT[case], C)
    content = {
        "lines": b"\n".join(parts),
        "array": b"[" + b",".join(parts) + b"]",
        "package": b'{"releases":[' + b",".join(parts) + b"]}",
    }[shape]
    releases, problems = read_bytes(content)
    assert ids(releases) == KEPT
    assert problems
    assert {p.rule.level for p in problems} == {"refused"}


@pytest.mark.parametrize("case", [c for c in BROKEN if c not in ("quote inside a text",)])
def test_what_is_accepted_can_be_parsed_by_anyone(case):
    releases, _ = read_bytes(BROKEN[case][0] + b"\n" + A)
    for raw in releases:
        assert json.loads(raw.data) == orjson.loads(raw.data) == msgspec.json.decode(raw.data)


def test_numbers_that_only_look_too_large_are_left_alone():
    fine = compact(release(1, x="1e9999", uuid="12e34567-0e999", y=[1e300, 0.1, 10**300], z="5, 1e999, 7"))
    for content in (fine, b"[" + fine + b"]"):
        releases, problems = read_bytes(content)
        assert (ids(releases), problems) == (["ocds-fiction-1"], [])


def test_200_levels_are_read():
    fine = A[:-1] + b',"x":' + b"[" * 199 + b"]" * 199 + b"}"
    for content in (fine, b'{"releases":[' + fine + b"]}"):
        releases, problems = read_bytes(content)
        assert (ids(releases), problems) == (["ocds-fiction-1"], [])


@pytest.mark.parametrize(
    ("content", "rule", "found"),
    [
        (b"", "nothing-to-read", "an empty file"),
        (b" \n\n \t", "nothing-to-read", "only blanks"),
        (b"\xef\xbb\xbf", "nothing-to-read", "only blanks"),
        (b"<!DOCTYPE html>\n<html><body>502 Bad Gateway</body></html>", "not-json", "an HTML page: "),
        (b'<?xml version="1.0"?><a/>', "not-json", "XML: "),
        (b"ocid,title\n1,2\n", "not-json", "text: ocid,title"),
        (bytes(range(256)) * 40, "not-json", "binary data"),
        (b"%PDF-1.7\n\x00", "not-json", "a PDF document"),
        (b"BZh91AY&SY", "not-json", "a bzip2 file"),
        (b"null", "not-json", "text: null"),
        (b'"text"', "not-json", 'text: "text"'),
    ],
)
def test_what_is_no_json_at_all_is_named(content, rule, found):
    releases, problems = read_bytes(content)
    assert releases == []
    assert rules(problems) == [rule]
    assert problems[0].found.startswith(found)
    assert problems[0].rule.level == "refused"


@pytest.mark.parametrize("content", [b"[]", b'{"releases":[]}', b'[[],{"records":[]}]', b"[]\n[]"])
def test_a_list_without_releases_is_no_fault_but_is_said(content):
    releases, problems = read_bytes(content)
    assert releases == []
    assert [(p.rule.id, p.rule.level) for p in problems] == [("no-releases", "note")]


@pytest.mark.parametrize("content", [b"{}", b'{"error":"no data"}', b'{"links":{"next":"x"}}'])
def test_an_object_that_is_neither_package_nor_release_is_refused(content):
    releases, problems = read_bytes(content)
    assert releases == []
    assert rules(problems) == ["no-ocid"]


def test_what_surrounds_a_foreign_piece_is_read():
    releases, problems = read_bytes(A + b"\n<html>\n<p>error</p>\n</html>\n" + C + b"\n")
    assert ids(releases) == KEPT
    assert rules(problems) == ["not-json"]
    assert problems[0].position == f"file: line 2, byte {len(A) + 1}"


def test_what_is_no_release_among_releases_is_refused():
    releases, problems = read_bytes(b'{"releases":[' + A + b',null,5,"x",[],' + C + b",7]}")
    assert ids(releases) == KEPT
    assert set(rules(problems)) == {"not-a-release"}


@pytest.mark.parametrize("value", [b"null", b'"x"', b"5"])
def test_releases_that_are_no_list_are_refused(value):
    releases, problems = read_bytes(b'{"uri":"u","releases":' + value + b"}")
    assert releases == []
    assert rules(problems) == ["not-a-release"]


def test_a_release_without_a_list_around_it_is_read_and_that_is_said():
    releases, problems = read_bytes(b'{"uri":"u","releases":' + A + b"}")
    assert ids(releases) == ["ocds-fiction-1"]
    assert rules(problems) == ["releases-not-a-list"]


def test_wrong_types_in_the_head_are_errors_and_the_release_is_kept():
    odd = compact({"ocid": "ocds-fiction-1", "id": 12, "date": 2026, "tag": "tender"})
    (only,), problems = read_bytes(odd)
    assert (only.release_id, only.date, only.tag) == ("12", "2026", ("tender",))
    assert [(p.rule.id, p.path) for p in problems] == [
        ("wrong-type-in-release-head", f) for f in ("tag", "id", "date")
    ]


def test_a_release_without_id_and_date_is_kept():
    (only,), problems = read_bytes(b'{"ocid":"ocds-fiction-1"}')
    assert (only.release_id, only.date, only.tag) == (None, None, ())
    assert rules(problems) == ["no-release-id", "no-release-date"]


def test_absurd_dates_are_not_the_readers_business():
    (only,), problems = read_bytes(compact(release(1, date="9999-12-31T23:59:59Z")))
    assert (only.date, problems) == ("9999-12-31T23:59:59Z", [])


def test_keys_that_hide_content_are_a_warning():
    hiding = A[:-1] + b',"awards":[{"id":"1"}],"awards":[]}'
    for content in (hiding, b"[" + hiding + b"]"):
        (only,), problems = read_bytes(content)
        assert only.data == hiding
        assert [(p.rule.id, p.rule.level, p.path) for p in problems] == [("duplicate-key", "warning", "awards")]


def test_keys_that_hide_content_deep_inside_are_found_too():
    hiding = A[:-1] + b',"tender" : {"value" : {"amount" : 1, "amount": 2}, "amount": 3}}'
    _, problems = read_bytes(hiding)
    assert {p.path for p in problems} == {"tender", "amount"}


def test_a_file_cut_anywhere_gives_every_release_before_the_cut():
    content = b'{"uri":"u","releases":[' + b",".join((A, B, C)) + b'],"license":"L"}'
    ends = [content.index(r) + len(r) for r in (A, B, C)]
    for cut in range(1, len(content)):
        releases, problems = read_bytes(content[:cut])
        assert len(releases) == sum(end <= cut for end in ends), cut
        assert any(p.rule.level == "refused" for p in problems)


def test_lines_cut_anywhere_give_every_release_before_the_cut():
    content = b"\n".join((A, B, C))
    ends = [content.index(r) + len(r) for r in (A, B, C)]
    for cut in range(1, len(content)):
        releases, _ = read_bytes(content[:cut])
        assert len(releases) == sum(end <= cut for end in ends), cut


def test_a_package_on_a_line_with_a_broken_release_keeps_the_rest_and_the_next_line():
    package = b'{"version":"1.1","releases":[' + A + b"," + with_value(b"NaN") + b"]}"
    releases, problems = read_bytes(package + b"\n" + b'{"version":"1.0","releases":[' + C + b"]}\n")
    assert [(r.ocid, r.package.version) for r in releases] == [("ocds-fiction-1", "1.1"), ("ocds-fiction-3", "1.0")]
    assert rules(problems) == ["malformed-json"]


@pytest.mark.parametrize("shape", ["line", "array"])
def test_a_release_beyond_the_limit_is_refused_and_the_next_one_read(shape):
    large = A[:-1] + b',"x":"' + b"y" * 3_000_000 + b'","z":[' + b"1," * 1_000_000 + b"1]}"
    content = large + b"\n" + C if shape == "line" else b"[" + large + b"," + C + b"]"
    releases, problems = read_bytes(content, Limits(release=2_000_000))
    assert ids(releases) == ["ocds-fiction-3"]
    assert rules(problems) == ["release-too-large"]
    assert "2,000,000 bytes" in problems[0].for_publisher()


def test_a_stream_that_fails_gives_what_came_before():
    class Failing(io.BytesIO):
        def read(self, size=-1):
            return super().read(size) or self.fail()

        def fail(self):
            raise ConnectionResetError("connection reset by peer")

    items = list(read(Failing(A + b"\n" + C[:20]), name="file"))
    assert getattr(items[0], "ocid", None) == "ocds-fiction-1"
    assert rules(items[1:]) == ["cut-short", "reading-failed"]
    assert items[-1].position == f"file: byte {len(A) + 21}"
