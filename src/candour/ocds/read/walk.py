"""Walks through the containers of a JSON text, however large, to the releases inside them."""

from collections.abc import Generator, Iterator

from candour.ocds.problems import shorten
from candour.ocds.read.cursor import Cursor
from candour.ocds.read.limits import Limits
from candour.ocds.read.package import NO_PACKAGE, Package
from candour.ocds.read.package_members import PackageMembers
from candour.ocds.read.problems import (
    MALFORMED,
    NOT_A_RELEASE,
    RELEASES_NOT_A_LIST,
    TOO_DEEP,
    TOO_LARGE,
    TRUNCATED,
    problem_at,
)
from candour.ocds.read.raw_release import Item
from candour.ocds.read.release_head import MalformedError
from candour.ocds.read.release_reader import ReleaseReader
from candour.ocds.read.release_start import next_release_start

_LOOK_AHEAD = 1 << 20
_DEEPEST_CONTAINER = 16


class Walk:
    """Yields the releases of one value after another; the cursor stands before each value's opening bracket.

    After a release that cannot be read, the walk goes on with its next sibling: where the brackets say it begins
    or, when they cannot be trusted, at the next object that starts like a release. One that stands inside what
    looks like a string was hidden by a stray quotation mark.
    """

    def __init__(self, cursor: Cursor, reader: ReleaseReader, name: str, limits: Limits) -> None:
        self.cursor = cursor
        self.reader = reader
        self.name = name
        self.limits = limits
        self.releases = 0
        self._said_cut_short = False

    def value(self) -> Iterator[Item]:
        """The releases in the value at the cursor."""
        start = self.cursor.position
        self.cursor.next(1, start + 1)
        yield from self._container(start, 1, NO_PACKAGE)

    def _container(self, start: int, level: int, package: Package) -> Iterator[Item]:
        if level > _DEEPEST_CONTAINER:
            yield problem_at(TOO_DEEP, self._byte(start), expected=str(_DEEPEST_CONTAINER))
            self._skip_past(level)
        elif self.cursor.text.cut(start, start + 1) == b"[":
            yield from self._array(level, package)
        else:
            yield from self._object(start, level, package)

    def _array(self, level: int, package: Package) -> Iterator[Item]:
        """The releases in an array whose opening bracket the cursor has just passed."""
        cursor = self.cursor
        while True:
            after = cursor.keep = cursor.position
            event = cursor.next(level + 1, after + self.limits.release)
            if event is None:
                if (yield from self._unfinished(after, level + 1)):
                    continue
                return
            at, _, opens = event
            between = cursor.text.cut(after, at).strip(b" \t\r\n,")
            if between:
                yield problem_at(NOT_A_RELEASE, self._byte(after), shorten(between[:200].decode("utf-8", "replace")))
                if self._resume_within(after, at, level + 1):
                    continue
            if opens:
                yield from self._container(at, level + 1, package)
            elif cursor.text.cut(at, at + 1) == b"]":
                return
            else:
                yield problem_at(MALFORMED, self._byte(at), "a list of releases ends with }")
                if not self._resume_within(after, cursor.scanned, level + 1):
                    return

    def _object(self, start: int, level: int, package: Package) -> Iterator[Item]:
        """The release that begins at `start`, or those in it if it is a package or a record."""
        cursor = self.cursor
        event = cursor.next(level, start + _LOOK_AHEAD)
        if event is None:
            cursor.back_to(start + 1)
            yield from self._members(start, level, package)
            return
        data = cursor.text.cut(start, event[0] + 1)
        try:
            items = self.reader.read(data, self._release_at(start), package, suspect=self._suspect(start))
        except MalformedError as fault:
            if b'"releases"' in data or b'"records"' in data:
                cursor.back_to(start + 1)
                yield from self._members(start, level, package)
            else:
                yield self.reader.refused(fault, self._release_at(start))
                self._resume_after(start, event[0] + 1, level)
            return
        if items is None:
            cursor.back_to(start + 1)
            yield from self._members(start, level, package)
        else:
            self.releases += 1
            yield from items

    def _members(self, start: int, level: int, package: Package) -> Iterator[Item]:
        """What is in the object at `start`, member by member, so that it need not fit into memory."""
        cursor = self.cursor
        members = PackageMembers(package, self.reader, self.limits.held)
        after = start + 1
        while True:
            event = cursor.next(level + 1, cursor.keep + self.limits.release)
            if event is None:
                yield from members.release_held()
                yield from self._unfinished(after if members.is_container else start, level)
                return
            at, _, opens = event
            if members.is_container and self._resume_within(after, at, level + 1):
                after = cursor.position
                continue
            key = members.add_gap(cursor.text.cut(after, at))
            if not opens:
                break
            if key is None and members.is_container:  # the list of releases was closed too early
                yield from members.through(self._container(at, level + 1, members.package()))
            elif key in ("releases", "records"):
                yield from members.through(self._listed(key, at, level + 1, members.package()))
            elif (close := cursor.next(level + 1, cursor.keep + self.limits.release)) is None:
                yield from members.release_held()
                yield from self._unfinished(after if members.is_container else start, level)
                return
            else:
                members.add_value(key or "", cursor.text.cut(at, close[0] + 1), self._byte(at))
            after = cursor.position
            if members.is_container:
                cursor.keep = after
        if members.is_container:
            yield from members.rest(self._byte(start))
        else:
            yield from self._whole(cursor.text.cut(start, cursor.position), start, level, package)

    def _listed(self, key: str, start: int, level: int, package: Package) -> Iterator[Item]:
        if self.cursor.text.cut(start, start + 1) != b"[":
            yield problem_at(RELEASES_NOT_A_LIST, self._byte(start), "an object", path=key)
        yield from self._container(start, level, package)

    def _whole(self, data: bytes, start: int, level: int, package: Package) -> Iterator[Item]:
        """The release `data`, which was too long to be looked at at once or not well-formed."""
        position = self._release_at(start)
        self.releases += 1
        try:
            items = self.reader.read(data, position, package, suspect=True)
        except MalformedError as fault:
            yield self.reader.refused(fault, position)
            self._resume_after(start, start + len(data), level)
            return
        if items is None:
            yield problem_at(NOT_A_RELEASE, position, "a package or record without a list of releases")
        else:
            yield from items

    def _resume_after(self, start: int, end: int, level: int) -> None:
        """Go on after something broken, whose brackets can be trusted only if what follows is what should follow."""
        text = self.cursor.text
        if not self._resume_within(start, end, level) and text.cut(end, end + 64).lstrip()[:1] not in (
            b",",
            b"]",
            b"",
        ):
            self._resume_within(end - 1, self.cursor.scanned, level)

    def _resume_within(self, start: int, end: int, level: int) -> bool:
        """Go on at the first thing between `start` and `end` that starts like another release, if there is one."""
        text = self.cursor.text
        found = next_release_start(text.data, start + 1 - text.start, end - text.start)
        if found is None:
            return False
        self.cursor.restart(text.start + found, level - 1)
        return True

    def _unfinished(self, start: int, level: int) -> Generator[Item, None, bool]:
        """Say why what is at `start` has no end, and go on behind it; returns whether there was a way to go on."""
        cursor = self.cursor
        position = self._release_at(start)
        cut_short = cursor.ended
        if self._resume_within(start, cursor.scanned, level):
            yield problem_at(MALFORMED, position, "it does not end before the next release begins")
            return True
        if cut_short:
            cursor.skip_to_scanned()
            if cursor.bound is not None:
                yield problem_at(MALFORMED, position, "its line ends inside an object or array")
            elif not self._said_cut_short:
                self._said_cut_short = True
                yield problem_at(TRUNCATED, position, "it ends inside an object or array")
            return False
        limit = f"{self.limits.release:,} bytes"
        yield problem_at(TOO_LARGE, position, f"more than {limit}", limit)
        cursor.skip_to_scanned()
        self._skip_past(level)
        return not cursor.ended

    def _skip_past(self, level: int) -> None:
        """Leave the container of `level` without keeping it, or go to what starts like a release inside it."""
        cursor = self.cursor
        while cursor.next(level, cursor.scanned + _LOOK_AHEAD) is None:
            if self._resume_within(cursor.keep, cursor.scanned, level):
                return
            cursor.skip_to_scanned()
            if cursor.ended:
                return

    def _suspect(self, start: int) -> bool:
        return self.cursor.has_suspect(start, self.limits.depth)

    def _release_at(self, start: int) -> str:
        return f"{self.name}: release {self.releases + 1}, byte {start}"

    def _byte(self, start: int) -> str:
        return f"{self.name}: byte {start}"
