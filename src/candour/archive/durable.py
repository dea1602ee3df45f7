"""Files that either are there, whole and safe from a power cut, or are not there at all.

A file is written under `incoming/`, where its writer holds a lock on it as long as the writer lives, then synced,
renamed, and its folder synced. Locks are the kernel's (`flock`): they end with the process, however it ends.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4


def sync_folder(folder: Path) -> None:
    """Makes renames into a folder survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Creates a folder durably; its parent must be there."""
    if not folder.is_dir():
        folder.mkdir(exist_ok=True)
        sync_folder(folder.parent)


@contextmanager
def locked(lock: Path, *, alone: bool) -> Iterator[None]:
    """Waits for and holds the archive's lock: `alone`, or together with others that are not alone."""
    descriptor = os.open(lock, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX if alone else fcntl.LOCK_SH)
        yield
    finally:
        os.close(descriptor)


class Unfinished:
    """A file that is being written, and that nobody sees yet."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.file: BinaryIO = path.open("xb")
        fcntl.flock(self.file, fcntl.LOCK_EX)

    def finish(self) -> None:
        """Everything written is on the disk, and nobody is to write to it again."""
        self.file.flush()
        os.fchmod(self.file.fileno(), 0o444)
        os.fsync(self.file.fileno())

    def place(self, target: Path) -> None:
        """Makes a finished file visible under its final name, for good."""
        make_folder(target.parent)
        self.path.rename(target)
        sync_folder(target.parent)


@contextmanager
def unfinished(incoming: Path, lock: Path, name: str = "") -> Iterator[Unfinished]:
    """A new file in `incoming`, removed at the end unless it was placed.

    Created under the shared lock, so that nobody who tidies (alone) sees it before its writer has locked it.
    """
    with locked(lock, alone=False):
        new = Unfinished(incoming / (name or f"{uuid4().hex}.part"))
    try:
        yield new
    finally:
        new.path.unlink(missing_ok=True)  # before its lock goes, so that nobody takes it for a dead writer's
        # Closing flushes, which a full disk refuses again: the error that matters is already on its way.
        with suppress(OSError):
            new.file.close()


def abandoned(incoming: Path) -> Iterator[Path]:
    """Files in `incoming` whose writer is dead. Call it alone (`locked(alone=True)`)."""
    for path in sorted(incoming.iterdir()):
        # Its writer may finish meanwhile (not found) or hold it (blocking).
        with suppress(FileNotFoundError, BlockingIOError), path.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield path
