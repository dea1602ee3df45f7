"""Contents: compressed with zstd, named by the SHA-256 of the raw bytes.

After the zstd frame comes a skippable frame, which every zstd passes over, with the SHA-256 of the frame itself: some
bits of a frame's header change nothing that one reads, and damage there is to be found too.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec
import zstandard

from candour.archive.errors import DamagedError, writing_to
from candour.archive.layout import Layout
from candour.archive.streams import CHUNK, to_chunks

_LEVEL = 3
_SEAL = bytes.fromhex("502a4d18 20000000")  # the magic number of a skippable frame, and its length: 32 bytes
_SEAL_SIZE = len(_SEAL) + 32
REMEDY = "restore it from a copy of the archive, or add the same file again, which puts the object back"


class Content(msgspec.Struct, frozen=True):
    """What identifies raw bytes: their SHA-256 in hexadecimal, and how many there are."""

    sha256: str
    size: int


def compress(stream: BinaryIO, into: BinaryIO, folder: Path) -> Content:
    """Writes a stream compressed. The zstd frame carries a checksum, so that `zstd -t` finds damage too.

    Raises:
        ArchiveError: `into`, a file of the archive in `folder`, cannot be written.
    """
    digest, seal, size = hashlib.sha256(), hashlib.sha256(), 0
    # A thread of its own compresses while this one hashes: a quarter less time for a large file.
    packer = zstandard.ZstdCompressor(level=_LEVEL, write_checksum=True, threads=1).compressobj()
    for chunk in to_chunks(stream):
        digest.update(chunk)
        size += len(chunk)
        packed = packer.compress(chunk)
        seal.update(packed)
        with writing_to(folder):
            into.write(packed)
    packed = packer.flush()
    seal.update(packed)
    with writing_to(folder):
        into.write(packed + _SEAL + seal.digest())
    return Content(digest.hexdigest(), size)


def chunks(layout: Layout, content: Content) -> Iterator[bytes]:
    """The raw bytes, piece by piece.

    Raises:
        DamagedError: the object is missing, or is not the whole of what was received.
    """
    path = layout.object(content.sha256)
    size = 0
    try:
        with path.open("rb") as file:
            for chunk in zstandard.ZstdDecompressor().read_to_iter(file, read_size=CHUNK, write_size=CHUNK):
                size += len(chunk)
                yield chunk
    except FileNotFoundError as error:
        raise DamagedError(f"{layout.short(path)} is missing; {REMEDY}") from error
    except (zstandard.ZstdError, OSError) as error:
        raise DamagedError(f"{layout.short(path)} is damaged ({error}); {REMEDY}") from error
    if size != content.size:
        raise DamagedError(f"{layout.short(path)} holds {size} bytes where {content.size} were received; {REMEDY}")


def check(layout: Layout, content: Content) -> None:
    """Reads an object whole. Raises DamagedError unless it holds exactly the bytes that its name promises."""
    digest = hashlib.sha256()
    for chunk in chunks(layout, content):
        digest.update(chunk)
    if digest.hexdigest() != content.sha256:
        path = layout.short(layout.object(content.sha256))
        raise DamagedError(f"{path} holds other bytes than its name says (SHA-256 {digest.hexdigest()}); {REMEDY}")
    _check_seal(layout, layout.object(content.sha256))


def _check_seal(layout: Layout, path: Path) -> None:
    seal, left = hashlib.sha256(), path.stat().st_size - _SEAL_SIZE
    with path.open("rb") as file:
        while left > 0:
            chunk = file.read(min(CHUNK, left))
            seal.update(chunk)
            left -= len(chunk)
        if file.read() != _SEAL + seal.digest():
            raise DamagedError(f"{layout.short(path)} is not as it was written, though it still reads; {REMEDY}")


def is_whole(layout: Layout, content: Content) -> bool:
    """Whether the object is there and undamaged."""
    try:
        check(layout, content)
    except DamagedError:
        return False
    return True
