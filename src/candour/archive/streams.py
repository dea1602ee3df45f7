"""Contents as streams, so that nothing is ever held whole in memory."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from candour.archive.errors import ArchiveError

CHUNK = 1 << 18


class _Chunks(io.RawIOBase):
    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        while not self._rest:
            chunk = next(self._chunks, None)
            if chunk is None:
                return 0
            self._rest = memoryview(chunk)
        target = memoryview(cast(bytearray, buffer)).cast("B")
        count = min(len(target), len(self._rest))
        target[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count

    def close(self) -> None:
        close = getattr(self._chunks, "close", None)
        if close is not None:
            close()
        super().close()


def from_chunks(chunks: Iterator[bytes]) -> BinaryIO:
    """A readable stream over chunks; an error that the chunks raise comes out of `read`."""
    return io.BufferedReader(_Chunks(chunks), CHUNK)


def to_chunks(stream: BinaryIO) -> Iterator[bytes]:
    """What is left of a stream, piece by piece."""
    return iter(lambda: stream.read(CHUNK), b"")


@contextmanager
def opened(content: BinaryIO | Path | bytes) -> Iterator[BinaryIO]:
    """Bytes, a file or a stream, as a stream. Only what is opened here is closed here.

    Raises:
        ArchiveError: the file cannot be opened.
    """
    if isinstance(content, bytes):
        yield io.BytesIO(content)
    elif isinstance(content, Path):
        try:
            stream = content.open("rb")
        except OSError as error:
            raise ArchiveError(f"cannot read {content}: {(error.strerror or '').lower()}; check the path") from error
        with stream:
            yield stream
    else:
        yield content
