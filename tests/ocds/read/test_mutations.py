"""Files that somebody has damaged at random: nothing is raised, and what was not touched is still there."""

import gzip
import io
import zipfile

from hypothesis import example, given, settings
from hypothesis import strategies as st

from .reading import compact, ids, read_bytes, release

PARTS = [compact(release(n)) for n in range(5)]
IDS = [f"ocds-fiction-{n}" for n in range(5)]
TOKENS = [b'"', b"{", b"}", b"[", b"]", b"\\", b",", b"NaN", b"1e999"]
DAMAGE = st.one_of(
    st.binary(max_size=4), st.sampled_from([b'"', b"{", b"}", b"[", b"]", b"\\", b",", b"NaN", b"1e999"])
)
WHERE = st.floats(0, 1, exclude_max=True)


def zipped(content: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.json", content)
    return held.getvalue()


PACKAGE = b'{"uri":"u","publisher":{"name":"p"},"releases":[' + b",".join(PARTS) + b'],"license":"l"}'
RECORDS = b'{"records":[' + b",".join(b'{"ocid":"x","releases":[' + part + b"]}" for part in PARTS) + b"]}"
FILES = st.sampled_from(
    [PACKAGE, RECORDS, b"\n".join(PARTS), gzip.compress(PACKAGE), zipped(PACKAGE), PACKAGE.decode().encode("utf-16")]
)


def damaged(content: bytes, where: float, taken: int, damage: bytes) -> bytes:
    at = int(where * len(content))
    return content[:at] + damage + content[at + taken :]


@settings(deadline=None, max_examples=300)
@given(FILES, st.lists(st.tuples(WHERE, st.integers(0, 40), DAMAGE), min_size=1, max_size=3))
def test_nothing_is_raised(content, damages):
    for where, taken, damage in damages:
        content = damaged(content, where, taken, damage)
    releases, problems = read_bytes(content)
    assert releases or problems


@settings(deadline=None, max_examples=200)
@given(WHERE, st.integers(0, 20), DAMAGE.filter(lambda b: b"\n" not in b))
def test_lines_that_were_not_touched_are_kept(where, taken, damage):
    at = int(where * len(PARTS[2]))
    parts = [*PARTS[:2], PARTS[2][:at] + damage + PARTS[2][at + taken :], *PARTS[3:]]
    releases, _ = read_bytes(b"\n".join(parts))
    assert set(ids(releases)) >= {IDS[0], IDS[1], IDS[3], IDS[4]}


@settings(deadline=None, max_examples=200)
@given(WHERE, st.integers(0, 20), DAMAGE)
@example(0.0, 0, b"]")
@example(0.0, 0, b"}")
@example(0.0, 0, b"]}\x00")
@example(0.0, 0, b"]}]")
@example(0.0, 0, b']}"')
@example(0.0, 0, b"]:{")
@example(0.999, 0, b'}"')
@example(0.999, 0, b'}]"')
def test_releases_of_a_package_that_were_not_touched_are_kept(where, taken, damage):
    at = int(where * len(PARTS[2]))
    parts = [*PARTS[:2], PARTS[2][:at] + damage + PARTS[2][at + taken :], *PARTS[3:]]
    releases, _ = read_bytes(b'{"version":"1.1","releases":[' + b",".join(parts) + b"]}")
    assert set(ids(releases)) >= {IDS[0], IDS[1], IDS[3], IDS[4]}
