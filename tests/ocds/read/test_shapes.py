"""Every shape in which publishers send releases."""

import json

import pytest

from .reading import compact, ids, read_bytes, release, rules

A, B, C = release(1), release(2), release(3)
ABC = ["ocds-fiction-1", "ocds-fiction-2", "ocds-fiction-3"]
ABOUT = {"uri": "https://example.org/p", "version": "1.1", "publisher": {"name": "Fiction"}, "license": "L"}


def package(*releases, **more):
    return {**ABOUT, **more, "releases": list(releases)}


def record(number, **more):
    return {"ocid": f"ocds-fiction-{number}", **more}


SHAPES = {
    "package": compact(package(A, B, C)),
    "indented package": json.dumps(package(A, B, C), indent=2).encode(),
    "array": compact([A, B, C]),
    "indented array": json.dumps([A, B, C], indent=1).encode(),
    "array, one a line": b"[\n" + b",\n".join(map(compact, (A, B, C))) + b"\n]\n",
    "array opened and closed on its first and last line": b"[" + b",\n".join(map(compact, (A, B, C))) + b"]",
    "package, one a line": b'{"releases":[' + b",\n".join(map(compact, (A, B, C))) + b"]}",
    "array of packages": compact([package(A), package(B, C)]),
    "array of arrays": compact([[A], [B, C]]),
    "lines": b"\n".join(map(compact, (A, B, C))),
    "lines with blank ones, ended by CR LF": b"\r\n\r\n".join(map(compact, (A, B, C))) + b"\r\n",
    "lines of packages": b"\n".join(map(compact, (package(A), package(B, C)))),
    "lines of arrays": b"\n".join(map(compact, ([A], [B, C]))),
    "lines of everything": b"\n".join(map(compact, (A, package(B), [C]))),
    "concatenated": b"".join(map(compact, (A, B, C))),
    "concatenated, indented": b"\n".join(json.dumps(r, indent=2).encode() for r in (A, B, C)),
    "line, then indented": compact(A) + b"\n" + json.dumps([B, C], indent=2).encode(),
    "record separators": b"".join(b"\x1e" + compact(r) + b"\n" for r in (A, B, C)),
    "joined files with byte order marks": b"".join(b"\xef\xbb\xbf" + compact(r) + b"\n" for r in (A, B, C)),
    "record package": compact({**ABOUT, "records": [record(1, releases=[A]), record(2, releases=[B, C])]}),
    "indented record package": json.dumps({**ABOUT, "records": [record(1, releases=[A, B, C])]}, indent=3).encode(),
    "bare record": compact(record(1, releases=[A, B, C], compiledRelease=A)),
    "lines of records": b"\n".join(map(compact, (record(1, releases=[A]), record(2, releases=[B, C])))),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_all_shapes_give_the_same_releases(shape):
    releases, problems = read_bytes(SHAPES[shape])
    assert ids(releases) == ABC
    assert [json.loads(r.data) for r in releases] == [A, B, C]
    assert problems == []


def test_a_release_keeps_its_bytes_as_sent():
    sent = b'{ "date":"2026-01-01T00:00:00Z", "tag" :["tender"] ,"id":"1",\t"ocid": "ocds-fiction-1", "x": 1.10 }'
    for content in (sent, b"[" + sent + b"]", b'{"releases":[\n' + sent + b"\n]}"):
        releases, _ = read_bytes(content)
        assert [r.data for r in releases] == [sent]


def test_the_head_of_a_release_is_read():
    (only,), _ = read_bytes(compact(package(A)))
    assert (only.ocid, only.release_id, only.date, only.tag) == (
        "ocds-fiction-1",
        "1-1",
        "2026-01-01T00:00:00Z",
        ("tender",),
    )
    assert only.position == f"file: release 1, byte {compact(package(A)).index(compact(A))}"


@pytest.mark.parametrize("order", ["before", "after", "around"])
def test_releases_know_their_package_wherever_it_describes_itself(order):
    if order == "before":
        value = {**ABOUT, "releases": [A, B]}
    elif order == "after":
        value = {"releases": [A, B], **ABOUT}
    else:
        value = {"uri": ABOUT["uri"], "releases": [A, B], **ABOUT}
    releases, problems = read_bytes(compact(value))
    assert {(r.package.uri, r.package.publisher, r.package.licence, r.package.version) for r in releases} == {
        ("https://example.org/p", "Fiction", "L", "1.1")
    }
    assert problems == []


def test_each_release_belongs_to_the_package_it_stands_in():
    other = package(C, publisher={"name": "Other"})
    releases, _ = read_bytes(compact([package(A, B), other]))
    assert [r.package.publisher for r in releases] == ["Fiction", "Fiction", "Other"]


def test_a_record_with_links_only_gives_its_compiled_release_and_says_so():
    link = {"url": "https://example.org/1", "date": "2026-01-01T00:00:00Z", "tag": ["tender"]}
    linked = record(1, releases=[link, link], compiledRelease=release(1, tag=["compiled"]))
    releases, problems = read_bytes(compact({**ABOUT, "records": [linked, record(2, compiledRelease=B)]}))
    assert [(r.ocid, r.tag) for r in releases] == [("ocds-fiction-1", ("compiled",)), ("ocds-fiction-2", ("tender",))]
    assert {r.package.publisher for r in releases} == {"Fiction"}
    assert rules(problems) == ["compiled-release-only", "compiled-release-only"]


def test_a_record_with_links_only_and_nothing_else_is_refused():
    releases, problems = read_bytes(compact({"records": [record(1, releases=[{"url": "https://example.org/1"}])]}))
    assert releases == []
    assert rules(problems) == ["linked-releases-only"]
    assert problems[0].found == "1 links"
