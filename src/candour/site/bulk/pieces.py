"""A file on its way to a reader, a piece at a time, and only so many at once."""

import weakref
from pathlib import Path
from threading import BoundedSemaphore
from typing import BinaryIO

from candour.site.bulk.ranges import Part

PIECE = 256 * 1024
AT_ONCE = 3
"""Downloads of one process. Each holds a thread of it as long as the reader takes; the last thread answers pages."""
THREADS = AT_ONCE + 1


class BusyError(Exception):
    """So many files are on their way already that one more would leave nobody to answer pages."""


class Pieces:
    """The bytes of a part of a file; whoever takes them closes it, or forgets it.

    Raises:
        BusyError: too many are on their way.
    """

    _places = BoundedSemaphore(AT_ONCE)

    def __init__(self, path: Path, part: Part) -> None:
        if not self._places.acquire(blocking=False):
            raise BusyError
        self.close = weakref.finalize(self, self._places.release)
        self._file: BinaryIO = path.open("rb")
        self._file.seek(part.first)
        self._left = part.length

    def __iter__(self) -> "Pieces":
        return self

    def __next__(self) -> bytes:
        piece = self._file.read(min(PIECE, self._left))
        self._left -= len(piece)
        if not piece:
            self._file.close()
            self.close()
            raise StopIteration
        return piece
