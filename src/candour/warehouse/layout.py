"""Where things are in a warehouse's folder, and which version of the tables is in force.

current                     the data version in force and, on a second line, the one before it
lock                        held by whoever builds
staged/FINGERPRINT.stage    what reading each receipt gave
staged/FINGERPRINT.tables/  the same for receipts of registers and of tables of outcomes
versions/VERSION/version.json
versions/VERSION/BUCKET/TABLE.parquet       derived tables too
versions/VERSION/BUCKET/words.sqlite3       the words of its processes, to be searched; the same in `registers`
versions/VERSION/BUCKET/comparable.parquet  what links are found from; only where there are several publishers
versions/VERSION/archive/TABLE.parquet      what is of no process: receipts, corrections, what was refused
versions/VERSION/links/TABLE.parquet        what is of two processes
versions/VERSION/registers/TABLE.parquet    what registers and tables of outcomes say
versions/VERSION/statements/TABLE.parquet   what providers state of all their work
versions/VERSION/who-is-who/TABLE.parquet   what is of an organisation of notices and one of registers
"""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from candour.errors import CandourError
from candour.warehouse import durable

ARCHIVE_PART = "archive"
LINKS_PART = "links"
REGISTERS_PART = "registers"
STATEMENTS_PART = "statements"
WHO_IS_WHO_PART = "who-is-who"


class Bucket(msgspec.Struct, frozen=True):
    """One bucket of a version: what it was made from, and the name of its folder."""

    name: str
    fingerprint: str


class Version(msgspec.Struct, frozen=True):
    """What one version of the tables is made of; `derived` is the fingerprint of the derived tables in it."""

    data_version: str
    buckets: tuple[Bucket, ...]
    derived: str = ""
    registers: str = ""
    """The fingerprint of the part that registers and tables of outcomes make."""
    divided: int = 0
    """Into how many buckets processes were divided, empty ones included; 0 where an older Candour did not say."""


class Layout:
    """The folder of a warehouse."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.staged = folder / "staged"
        self.versions = folder / "versions"
        self.building = folder / "building"
        self._current = folder / "current"

    def create(self) -> None:
        """Make what is missing of the folder."""
        self.staged.mkdir(parents=True, exist_ok=True)
        self.versions.mkdir(exist_ok=True)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Only one builder at a time; the lock ends with its process. Raises CandourError if there is another."""
        with (self.folder / "lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise CandourError(
                    f"{self.folder}: somebody else is building this warehouse; wait until that is done"
                ) from None
            yield

    def current(self) -> str | None:
        """The data version in force, None before the first build."""
        kept = self._kept()
        return kept[0] if kept else None

    def version(self, data_version: str) -> Version | None:
        """A version that is kept whole, else None."""
        try:
            content = (self.folder_of(data_version) / "version.json").read_bytes()
        except FileNotFoundError:
            return None
        return msgspec.json.decode(content, type=Version)

    def folder_of(self, data_version: str) -> Path:
        """Where the tables of a version are."""
        return self.versions / data_version

    def begin(self) -> None:
        """An empty folder to build in; what a builder that died has left there goes."""
        shutil.rmtree(self.building, ignore_errors=True)
        self.building.mkdir()

    def forget_staged(self, *, except_for: set[str]) -> None:
        """Remove staging files that no receipt needs any more, and halves of such files."""
        for path in self.staged.iterdir():
            if path.name in except_for:
                continue
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()

    def finish(self, version: Version) -> None:
        """What has been built aside is whole; nobody looks at it yet."""
        durable.write(self.building / "version.json", msgspec.json.encode(version))
        durable.sync(self.building)
        target = self.folder_of(version.data_version)
        shutil.rmtree(target, ignore_errors=True)
        self.building.rename(target)
        durable.sync(self.versions)

    def put_in_force(self, data_version: str) -> None:
        """Swap the whole of the tables: readers see the old version or the new one, and nothing between.

        The version before it is kept for those who have it open; older ones go.
        """
        kept = [data_version, *(old for old in self._kept() if old != data_version)][:2]
        durable.replace(self._current, "".join(f"{one}\n" for one in kept).encode())
        for folder in self.versions.iterdir():
            if folder.name not in kept:
                shutil.rmtree(folder)

    def _kept(self) -> list[str]:
        try:
            return self._current.read_text(encoding="utf-8").split()
        except FileNotFoundError:
            return []
