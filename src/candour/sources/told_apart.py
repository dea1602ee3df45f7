"""Tells JSON from tables without losing the beginning."""

import io
from typing import BinaryIO, cast

from candour.ocds.read.byte_source import ByteSource
from candour.ocds.read.intake import Intake
from candour.ocds.read.limits import LIMITS
from candour.ocds.read.unpack import unpack

_SAMPLE = 1 << 16


class _Again(io.RawIOBase):
    """What was read already, and then the rest."""

    def __init__(self, start: bytes, rest: BinaryIO) -> None:
        self._start, self._rest = start, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        target = memoryview(cast(bytearray, buffer)).cast("B")
        chunk = self._start[: len(target)] or self._rest.read(len(target))
        self._start = self._start[len(chunk) :]
        target[: len(chunk)] = chunk
        return len(chunk)


def is_json(stream: BinaryIO) -> tuple[bool, BinaryIO]:
    """Whether a stream holds JSON, also when it is compressed; and the stream from its beginning."""
    start = stream.read(_SAMPLE)
    first = _first_character(start)
    return first in (b"{", b"["), cast(BinaryIO, io.BufferedReader(_Again(start, stream), _SAMPLE))


def _first_character(start: bytes) -> bytes:
    intake = Intake("", LIMITS)
    for _, chunks in unpack(iter((start,)), "", intake):
        return ByteSource(chunks).peek(64).lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    return b""
