"""The staging file of one receipt: its releases, sorted by shard into compressed frames, with an index at the end.

A frame holds records of one shard (or problems); the index says where each begins. The last eight bytes are the
index's length. Staging files are only a cache of what reading gave: delete them and they are made again.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path
from shutil import copyfileobj
from types import TracebackType
from typing import BinaryIO, Generic, TypeVar

import msgspec
import zstandard
from msgspec.structs import replace

from candour.ocds.problems import Problem
from candour.ocds.read import Package, RawRelease
from candour.warehouse.shards import SHARDS, shard_of

FRAME_BYTES = 128 * 1024
PROBLEMS = SHARDS
"""In place of a shard: what could not be read has no ocid to go by."""
LEVEL = -1
"""Fast: a staging file is read once or twice and never sent anywhere."""

R = TypeVar("R")


class StagedRelease(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One release as read; `package` is a position in the index's packages."""

    ocid: str
    release_id: str | None
    date: str | None
    tag: tuple[str, ...]
    data: bytes
    position: str
    package: int


class Frame(msgspec.Struct, frozen=True, array_like=True):
    """Where a frame is, whose it is, how many records it holds and how large they are unpacked."""

    shard: int
    offset: int
    length: int
    count: int
    size: int


class StageIndex(msgspec.Struct, frozen=True):
    """What a staging file holds."""

    frames: list[Frame]
    packages: list[Package]


class StageWriter(AbstractContextManager["StageWriter"]):
    """Writes a staging file; it appears under its name only when it is complete.

    Frames are compressed by a second thread, while the first goes on reading.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._unfinished = path.with_suffix(".part")
        self._file = self._unfinished.open("wb")
        self._encoder = msgspec.msgpack.Encoder()
        self._buffers = [bytearray() for _ in range(SHARDS + 1)]
        self._counts = [0] * (SHARDS + 1)
        self._frames: list[Frame] = []
        self._packages: dict[Package, int] = {}
        self._thread = ThreadPoolExecutor(1)
        self._writing: Future[None] | None = None

    def add(self, item: RawRelease | Problem) -> None:
        """Keep one thing that reading gave."""
        if isinstance(item, Problem):
            self._append(PROBLEMS, item)
            return
        package = self._packages.setdefault(item.package, len(self._packages))
        staged = StagedRelease(item.ocid, item.release_id, item.date, item.tag, item.data, item.position, package)
        self._append(shard_of(item.ocid), staged)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is None:
                for shard, buffer in enumerate(self._buffers):
                    if buffer:
                        self._flush(shard)
        finally:
            self._thread.shutdown()
            self._finish(complete=error is None)

    def _finish(self, *, complete: bool) -> None:
        with self._file:
            if complete:
                if self._writing:
                    self._writing.result()
                _write_index(self._file, StageIndex(self._frames, list(self._packages)))
        if complete:
            self._unfinished.rename(self._path)
        else:
            self._unfinished.unlink()

    def _append(self, shard: int, record: StagedRelease | Problem) -> None:
        buffer = self._buffers[shard]
        self._encoder.encode_into(record, buffer, len(buffer))
        self._counts[shard] += 1
        if len(buffer) >= FRAME_BYTES:
            self._flush(shard)

    def _flush(self, shard: int) -> None:
        if self._writing:
            self._writing.result()
        self._writing = self._thread.submit(self._write, shard, self._buffers[shard], self._counts[shard])
        self._buffers[shard], self._counts[shard] = bytearray(), 0

    def _write(self, shard: int, records: bytearray, count: int) -> None:
        array = b"\xdd" + count.to_bytes(4, "big") + records
        packed = zstandard.compress(array, LEVEL)
        self._frames.append(Frame(shard, self._file.tell(), len(packed), count, len(array)))
        self._file.write(packed)


def read_index(path: Path) -> StageIndex:
    """What the staging file holds."""
    with path.open("rb") as file:
        file.seek(-8, os.SEEK_END)
        length = int.from_bytes(file.read(8), "big")
        file.seek(-8 - length, os.SEEK_END)
        return msgspec.msgpack.decode(file.read(length), type=StageIndex)


def join(parts: Sequence[Path], path: Path) -> None:
    """Make one staging file of several of one receipt, whose releases are in no packages and follow one another."""
    unfinished = path.with_suffix(".part")
    frames: list[Frame] = []
    packages: dict[Package, None] = {}
    with unfinished.open("wb") as file:
        for part in parts:
            start, index = file.tell(), read_index(part)
            frames += [replace(frame, offset=start + frame.offset) for frame in index.frames]
            packages.update(dict.fromkeys(index.packages))
            with part.open("rb") as source:
                copyfileobj(source, file)  # with its own index, which nothing points to any more
        _write_index(file, StageIndex(frames, list(packages)))
    unfinished.rename(path)


def _write_index(file: BinaryIO, index: StageIndex) -> None:
    encoded = msgspec.msgpack.encode(index)
    file.write(encoded + len(encoded).to_bytes(8, "big"))


class FrameReader(Generic[R]):
    """Reads the records of frames."""

    def __init__(self, record: type[R]) -> None:
        self._decoder = msgspec.msgpack.Decoder(list[record])  # type: ignore[valid-type]
        self._decompress = zstandard.ZstdDecompressor().decompress

    def read(self, file: BinaryIO, frames: Iterable[Frame]) -> Iterator[R]:
        """The records of some frames of one file, in their order."""
        for frame in frames:
            file.seek(frame.offset)
            yield from self._decoder.decode(self._decompress(file.read(frame.length)))
