"""Compressed files, archives and encodings."""

import gzip
import io
import json
import zipfile

import pytest
import zstandard

from candour.ocds.read import Limits

from .reading import compact, ids, read_bytes, release, rules

A, B, C = release(1), release(2), release(3, title="Pflegé für £ 5 “zu Hause”")
ABC = ["ocds-fiction-1", "ocds-fiction-2", "ocds-fiction-3"]
LINES = b"\n".join(json.dumps(r, ensure_ascii=False).encode() for r in (A, B, C))
TEXT = LINES.decode()


def zipped(members, method=zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()


class OneWay(io.BytesIO):
    """A file that cannot go back, so that the zip writer puts sizes behind the data."""

    def seekable(self):
        return False

    def tell(self):
        raise io.UnsupportedOperation

    def seek(self, *_):
        raise io.UnsupportedOperation


def zipped_one_way(members) -> bytes:
    held = OneWay()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return held.getvalue()


def two_parts(pack) -> bytes:
    cut = LINES.index(b"\n", 100)
    return pack(LINES[:cut]) + pack(LINES[cut:])


PACKED = {
    "gzip": gzip.compress(LINES),
    "gzip of two members": two_parts(gzip.compress),
    "gzip with zeros behind": gzip.compress(LINES) + b"\0" * 512,
    "zstandard": zstandard.compress(LINES),
    "zstandard of two frames": two_parts(zstandard.compress),
    "zstandard without its size": zstandard.ZstdCompressor(write_content_size=False).compress(LINES),
    "zip": zipped({"a.json": compact([A, B]), "b/c.jsonl": json.dumps(C)}),
    "stored zip": zipped({"a.json": compact([A, B]), "b/": b"", "c.jsonl": json.dumps(C)}, zipfile.ZIP_STORED),
    "zip written to a pipe": zipped_one_way({"a.json": compact([A, B]), "c.jsonl": json.dumps(C)}),
    "gzip inside zip": zipped({"a.json.gz": gzip.compress(compact([A, B])), "c.zst": zstandard.compress(compact(C))}),
    "zip inside zip": zipped({"inner.zip": zipped({"a.jsonl": LINES})}),
    "zip from a Mac": zipped({"a.jsonl": LINES, "__MACOSX/._a.jsonl": b"\0\5\x16\7"}),
}


@pytest.mark.parametrize("kind", PACKED)
def test_packed_files_are_unpacked(kind):
    releases, problems = read_bytes(PACKED[kind])
    assert ids(releases) == ABC
    assert problems == []
    assert json.loads(releases[-1].data) == C


def test_positions_name_the_member():
    releases, _ = read_bytes(PACKED["zip"])
    assert [r.position for r in releases] == [
        "file/a.json: release 1, byte 1",
        f"file/a.json: release 2, byte {len(compact([A]))}",
        "file/b/c.jsonl: line 1",
    ]


WIDE = ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("encoding", WIDE)
def test_wide_encodings_are_recognised_with_and_without_a_mark(encoding, mark):
    releases, problems = read_bytes((mark + TEXT).encode(encoding))
    assert [json.loads(r.data) for r in releases] == [A, B, C]
    assert rules(problems) == ["not-utf-8"]
    assert problems[0].found == encoding.upper()


def test_a_byte_order_mark_is_no_content():
    releases, problems = read_bytes(TEXT.encode("utf-8-sig"))
    assert ids(releases) == ABC
    assert problems == []


@pytest.mark.parametrize(
    ("encoding", "character", "name"), [("cp1252", "–", "Windows-1252"), ("latin-1", "\x81é", "ISO-8859-1")]
)
def test_only_a_release_that_is_not_utf_8_is_converted_and_that_is_said(encoding, character, name):
    odd = json.dumps(release(2, title=character), ensure_ascii=False).encode(encoding)
    good = json.dumps(C, ensure_ascii=False).encode()
    for content in (odd + b"\n" + good, b"[" + odd + b"," + good + b"]"):
        releases, problems = read_bytes(content)
        assert [json.loads(r.data)["title"] for r in releases] == [character, C["title"]]
        assert [(p.rule.id, p.found) for p in problems] == [("not-utf-8", name)]


@pytest.mark.parametrize("kind", ["gzip", "zstandard", "zip"])
def test_a_packed_file_that_is_cut_gives_what_came_before_the_cut(kind):
    many = b"\n".join(compact(release(n, note="%x" % (n * 7919**9))) for n in range(3000))
    pack = {"gzip": gzip.compress, "zstandard": zstandard.compress, "zip": lambda b: zipped({"a": b})}[kind]
    packed = pack(many)
    releases, problems = read_bytes(packed[: len(packed) // 2])
    assert 500 < len(releases) < 2500
    assert ids(releases) == [f"ocds-fiction-{n}" for n in range(len(releases))]
    assert "archive-broken" in rules(problems)
    assert set(rules(problems)) <= {"archive-broken", "cut-short"}


def test_a_zip_cut_between_its_members_says_so():
    packed = PACKED["zip"]
    releases, problems = read_bytes(packed[: packed.index(b"PK\x01\x02")])
    assert ids(releases) == ABC
    assert rules(problems) == ["archive-broken"]


def test_a_damaged_member_does_not_hide_the_next():
    packed = bytearray(zipped({"a": LINES, "b": LINES}))
    packed[60] ^= 0xFF
    releases, problems = read_bytes(bytes(packed))
    assert ids(releases)[-3:] == ABC
    assert [r.position.partition(":")[0] for r in releases[-3:]] == ["file/b"] * 3
    assert "archive-broken" in rules(problems)


def test_an_encrypted_member_is_refused_and_the_others_read():
    packed = bytearray(zipped({"a": LINES, "b": compact(A)}))
    packed[6] |= 1
    releases, problems = read_bytes(bytes(packed))
    assert ids(releases) == ["ocds-fiction-1"]
    assert [(p.rule.id, p.found, p.position) for p in problems] == [
        ("archive-unsupported", "it is encrypted", "file/a")
    ]


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "..\\up.json", "C:\\x.json", "a/../../b"])
def test_member_names_that_point_outside_are_only_labels(name):
    releases, problems = read_bytes(zipped({name: LINES}))
    assert ids(releases) == ABC
    assert rules(problems) == ["unsafe-member-name"]


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.compress, lambda b: zipped({"a": b})])
def test_a_bomb_is_stopped_at_its_ratio_and_what_came_before_is_kept(pack):
    limits = Limits(ratio=50, ratio_from=1_000_000)
    releases, problems = read_bytes(pack(LINES + b"\n" + b" " * 20_000_000 + LINES), limits)
    assert ids(releases) == ABC
    assert rules(problems) == ["expands-too-much"]


def test_a_total_is_not_exceeded():
    limits = Limits(expanded=10_000)
    releases, problems = read_bytes(gzip.compress(LINES + b"\n" + b" " * 20_000), limits)
    assert ids(releases) == ABC
    assert rules(problems) == ["expands-too-much"]
    assert "10,000 bytes" in problems[0].for_publisher()


def test_archives_in_archives_end_somewhere():
    content = LINES
    for _ in range(6):
        content = zipped({"a": content})
    releases, problems = read_bytes(content)
    assert releases == []
    assert "archive-unsupported" in rules(problems)


def test_an_archive_without_files_says_so():
    releases, problems = read_bytes(zipped({}))
    assert releases == []
    assert rules(problems) == ["nothing-to-read"]
