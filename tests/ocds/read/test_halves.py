"""A file of lines may be read by two: what the halves hold is what the whole holds, or neither is used."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candour.ocds.read import NotLinesError, read, read_half
from tests.ocds.read.reading import compact, release

LINES = st.lists(
    st.one_of(
        st.integers(1, 9).map(lambda number: compact(release(number))),
        st.sampled_from([b"", b"   ", b"\r", compact({"id": "no ocid"}), compact(release(1, id=7, date=None))]),
        st.sampled_from(
            [b'{"ocid": "ocds-1", "id": "caf\xe9", "date": "2030-01-01"}', compact(release(2, a=[[[]]]))]
        ),
    ),
    max_size=8,
)
OTHER = st.sampled_from(
    [b"[1, 2]", b"text", b'{"ocid": "cut o', b'{"releases": []}', b'{"ocid":\n"over two lines"}', b"}"]
)


def halves(content: bytes, middle: int) -> list[object]:
    first = list(read_half(io.BytesIO(content), "first", middle=middle, name="file"))
    return first + list(read_half(io.BytesIO(content), "second", middle=middle, name="file"))


@given(LINES, st.integers(0, 500), st.booleans())
@settings(deadline=None, max_examples=150)
def test_two_halves_are_the_whole(lines, middle, ends_with_line_end):
    content = b"\n".join([compact(release(0)), *lines]) + b"\n" * ends_with_line_end
    assert halves(content, middle) == list(read(io.BytesIO(content), name="file"))


@given(LINES, OTHER, LINES, st.integers(0, 500))
@settings(deadline=None, max_examples=100)
def test_where_a_line_is_anything_else_nobody_is_misled(before, other, after, middle):
    content = b"\n".join([compact(release(0)), *before, other, *after])
    try:
        found = halves(content, middle)
    except NotLinesError:
        return
    assert found == list(read(io.BytesIO(content), name="file"))


@pytest.mark.parametrize("start", [b"\xef\xbb\xbf", b"[", b"\x1f\x8b", b""])
def test_what_does_not_begin_with_a_release_is_for_one_to_read(start):
    with pytest.raises(NotLinesError):
        halves(start + b"\n" + compact(release(0)), 10)


def test_a_stream_that_fails_is_for_one_to_read():
    class Failing(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if self.tell():
                raise OSError("the disk is gone")
            return super().read(size)

    with pytest.raises(NotLinesError):
        list(read_half(Failing(compact(release(0))), "first", middle=5000, name="file"))
