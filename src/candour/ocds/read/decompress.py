"""Unpacks gzip and Zstandard, however they are nested or follow one another, without ever holding much."""

import zlib
from collections.abc import Callable, Iterator

import zstandard

from candour.ocds.read.byte_source import ByteSource
from candour.ocds.read.intake import CHUNK, BrokenError, Intake

GZIP, ZSTANDARD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
_LARGEST_WINDOW = 1 << 27
_SIP = 256  # bytes, which become 8 MB at the very worst


def gunzip(source: ByteSource, intake: Intake) -> Iterator[bytes]:
    """What the gzip members in `source` hold. Raises BrokenError, ExpandsTooMuchError."""
    while True:
        yield from inflate(source, intake, zlib.decompressobj(31), "gzip")
        while source.peek(1) == b"\0":
            source.take(1)
        if not source.peek(1):
            return
        if source.peek(2) != GZIP:
            raise BrokenError(f"something else follows the gzip data at byte {source.position}")


def inflate(source: ByteSource, intake: Intake, inflater: "zlib._Decompress", kind: str) -> Iterator[bytes]:
    """What one deflated stream holds; `source` is left just behind it. Raises BrokenError, ExpandsTooMuchError."""
    pending = b""
    while not inflater.eof:
        pending = pending or source.some(CHUNK)
        if not pending:
            raise BrokenError(f"{kind} data ends in the middle, at byte {source.position}")
        try:
            unpacked = inflater.decompress(pending, CHUNK)
        except zlib.error as fault:
            raise BrokenError(f"{kind} data is damaged before byte {source.position}: {fault}") from None
        pending = inflater.unconsumed_tail
        if unpacked:
            yield unpacked
            intake.count(len(unpacked))
    source.give_back(inflater.unused_data)


def unzstd(source: ByteSource, intake: Intake) -> Iterator[bytes]:
    """What the Zstandard frames in `source` hold. Raises BrokenError, ExpandsTooMuchError."""
    decompressor = zstandard.ZstdDecompressor(max_window_size=_LARGEST_WINDOW)
    while source.peek(1):
        frame = decompressor.decompressobj()
        while not frame.eof:
            sip = source.some(_SIP)
            if not sip:
                raise BrokenError(f"Zstandard data ends in the middle, at byte {source.position}")
            try:
                unpacked = frame.decompress(sip)
            except zstandard.ZstdError as fault:
                raise BrokenError(f"Zstandard data is damaged before byte {source.position}: {fault}") from None
            if unpacked:
                yield unpacked
                intake.count(len(unpacked))
        source.give_back(frame.unused_data)


def decompressor_for(start: bytes) -> Callable[[ByteSource, Intake], Iterator[bytes]] | None:
    """What unpacks data that begins like `start`; None when it is not compressed."""
    if start.startswith(GZIP):
        return gunzip
    return unzstd if start.startswith(ZSTANDARD) else None
