"""Sorting a stream of any size into groups by key (an ocid) on disk, so that one group at a time is in memory.

A `Spool` takes records one by one and writes each to one of a number of files, chosen by its key. `groups` then gives
the records of a file key by key. Within a key, records come out in the order in which they went in.
"""

import hashlib
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

_HEADER = struct.Struct("<II")
_BUFFER = 1 << 18
_DEEPEST = 8

PARTITIONS = 64
LIMIT = 32 << 20
"""How many bytes of records `groups` holds in memory, unless a single group is larger."""


class Spool:
    """A folder of files that records are sorted into. Leaving it as a context manager closes the files.

    A key goes to the same file in every run, so the files may be kept, and read by another process.
    """

    def __init__(self, folder: Path, partitions: int = PARTITIONS) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._paths = [folder / f"{number:04}.records" for number in range(partitions)]
        self._files = [path.open("wb", buffering=_BUFFER) for path in self._paths]

    def add(self, key: str, record: bytes) -> None:
        """Write one record, of less than 4 GiB."""
        name = key.encode("utf-8", "surrogatepass")
        _write(self._files[zlib.crc32(name) % len(self._files)], name, record)

    def paths(self) -> list[Path]:
        """The files that hold records, once the spool is closed."""
        return [path for path in self._paths if path.stat().st_size]

    def close(self) -> None:
        """Write what is still held back."""
        for file in self._files:
            file.close()

    def __enter__(self) -> "Spool":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _write(file: BinaryIO, name: bytes, record: bytes) -> None:
    file.write(_HEADER.pack(len(name), len(record)) + name)
    file.write(record)


def records(path: Path) -> Iterator[tuple[str, bytes]]:
    """Each key and record of a spool's file, one at a time."""
    with path.open("rb", buffering=_BUFFER) as file:
        while header := file.read(_HEADER.size):
            key_size, size = _HEADER.unpack(header)
            yield file.read(key_size).decode("utf-8", "surrogatepass"), file.read(size)


def groups(path: Path, limit: int = LIMIT) -> Iterator[tuple[str, list[bytes]]]:
    """Each key of a spool's file with its records. A file larger than `limit` is first sorted into smaller ones."""
    yield from _groups(path, limit, 1)


def _groups(path: Path, limit: int, level: int) -> Iterator[tuple[str, list[bytes]]]:
    size = path.stat().st_size
    if size <= limit or level > _DEEPEST:
        yield from _in_memory(path)
        return
    folder = path.with_suffix(f".{level}")
    for part in _split(path, folder, size // limit + 1, level):
        alone = part.stat().st_size == size
        yield from _in_memory(part) if alone else _groups(part, limit, level + 1)
        part.unlink()
    folder.rmdir()


def _in_memory(path: Path) -> Iterator[tuple[str, list[bytes]]]:
    found: dict[str, list[bytes]] = {}
    for key, record in records(path):
        found.setdefault(key, []).append(record)
    yield from found.items()


def _split(path: Path, folder: Path, partitions: int, level: int) -> list[Path]:
    """Sort a file's records into more files, by another hash of the key at each level."""
    folder.mkdir(exist_ok=True)
    parts = [folder / f"{number:04}.records" for number in range(partitions)]
    files = [part.open("wb", buffering=_BUFFER) for part in parts]
    for key, record in records(path):
        name = key.encode("utf-8", "surrogatepass")
        digest = hashlib.blake2b(name, digest_size=8, salt=bytes([level])).digest()
        _write(files[int.from_bytes(digest, "big") % partitions], name, record)
    for file in files:
        file.close()
    return parts
