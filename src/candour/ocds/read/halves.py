"""Reads one half of a large file that has a release on each line, so that two can read the file at once."""

from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO, Literal

from msgspec.structs import replace

from candour.ocds.read.from_text import NotLinesError, TextReader
from candour.ocds.read.intake import Intake
from candour.ocds.read.limits import LIMITS, Limits
from candour.ocds.read.raw_release import Item

Half = Literal["first", "second"]
_START = b'{"'  # of a release on a line, in UTF-8 and not packed in anything


def read_half(stream: BinaryIO, half: Half, *, middle: int, name: str, limits: Limits = LIMITS) -> Iterator[Item]:
    """The releases of the first or the second half of `stream`, as `read` gives them when it reads the whole.

    The halves meet behind the line in which byte `middle` stands. Keys that occur twice are searched for in half as
    many releases at the start of each. Raises NotLinesError, perhaps after some items, where a line is anything but
    a release: then the file has to be read whole.
    """
    intake = Intake(name, limits)
    chunks = intake.receive(stream)
    start = next(chunks, b"")
    if not start.startswith(_START):
        raise NotLinesError
    chunks, lines_before = chain([start], chunks), 0
    if half == "first":
        chunks = _up_to(middle, chunks)
    else:
        lines_before, chunks = _behind(middle, chunks)
    halved = replace(limits, searched=limits.searched // 2)
    yield from TextReader(chunks, name, halved, lines_before=lines_before).lines_only()
    if intake.problems:
        raise NotLinesError


def _up_to(middle: int, chunks: Iterator[bytes]) -> Iterator[bytes]:
    for chunk, cut in _cut(middle, chunks):
        yield chunk[:cut] if cut else chunk
        if cut:
            return


def _behind(middle: int, chunks: Iterator[bytes]) -> tuple[int, Iterator[bytes]]:
    """How many lines come before, and what comes after."""
    lines = 0
    for chunk, cut in _cut(middle, chunks):
        lines += chunk.count(b"\n", 0, cut or len(chunk))
        if cut:
            return lines, chain([chunk[cut:]], chunks)
    return lines, iter(())


def _cut(middle: int, chunks: Iterator[bytes]) -> Iterator[tuple[bytes, int]]:
    """Each chunk with where in it the second half begins, 0 where it does not."""
    position = 0
    for chunk in chunks:
        inside = middle - position
        yield chunk, chunk.find(b"\n", max(inside, 0)) + 1 if inside < len(chunk) else 0
        position += len(chunk)
