"""Collects what a package or record says about itself while its releases stream past."""

from collections.abc import Iterator

import msgspec

from candour.ocds.read.package import NO_PACKAGE, Package, describe_package
from candour.ocds.read.problems import (
    COMPILED_ONLY,
    LATE_DESCRIPTION,
    LINKED_ONLY,
    MALFORMED,
    NOT_A_RELEASE,
    problem_at,
)
from candour.ocds.read.raw_release import Item, RawRelease
from candour.ocds.read.release_head import MalformedError
from candour.ocds.read.release_reader import ReleaseReader

_LARGEST_DESCRIPTION = 1 << 16


class PackageMembers:
    """The members of one object, and the releases held back until the object has described itself.

    Releases are held only while that costs little memory; a description that comes later still is a problem. Of
    a description larger than any real one, only the beginning counts.
    """

    def __init__(self, outer: Package, reader: ReleaseReader, hold: int) -> None:
        self.is_container = False
        self._outer = outer
        self._reader = reader
        self._hold = hold
        self._held: list[Item] | None = []
        self._parts = [b"{"]
        self._size = 0
        self._too_much = False
        self._given = outer
        self._compiled: tuple[bytes, str] | None = None
        self._versioned = False
        self._links = 0
        self._releases = 0

    def add_gap(self, gap: bytes) -> str | None:
        """Take in what stands between two containers; the key of the container that follows, None if it has none."""
        self._add(gap)
        before = gap.rstrip()
        name = before[:-1].rstrip()
        if not (before.endswith(b":") and name.endswith(b'"')):
            return None
        return name[:-1].rpartition(b'"')[2].decode("utf-8", "replace")

    def add_value(self, key: str, value: bytes, position: str) -> None:
        """Take in an object or array that is not the list of releases."""
        if key == "compiledRelease":
            self.is_container = True
            self._compiled = value, position
        self._versioned |= key == "versionedRelease"
        self.is_container |= self._versioned
        self._add(value if len(value) <= _LARGEST_DESCRIPTION and key != "compiledRelease" else b"null")

    def package(self) -> Package:
        """What is known so far, to be given to the releases that follow."""
        if not self._too_much:
            self._given = self._described(b"[]}")
        return self._given

    def through(self, items: Iterator[Item]) -> Iterator[Item]:
        """The items of the list of releases, held back while the package's description may still follow."""
        self.is_container = True
        if self._given.publisher and self._given.licence and self._given.version:
            yield from self.release_held()
        size = 0
        for item in items:
            if isinstance(item, RawRelease):
                self._releases += 1
                size += len(item.data)
            elif item.rule is LINKED_ONLY:
                self._links += 1
                continue
            if self._held is None:
                yield item
            else:
                self._held.append(item)
                if size > self._hold:
                    yield from self.release_held()
        self._add(b"[]")

    def release_held(self) -> Iterator[Item]:
        """What was held back, as it was; nothing is held from now on."""
        held, self._held = self._held, None
        yield from held or ()

    def rest(self, position: str) -> Iterator[Item]:
        """What was held back, now with the whole description, and what there is only after all releases."""
        described = self._given if self._too_much else self._described(b"}")
        if described != self._given and self._held is None:
            yield problem_at(LATE_DESCRIPTION, position, repr(described))
        for item in self._held or ():
            if isinstance(item, RawRelease) and item.package is self._given:
                item = msgspec.structs.replace(item, package=described)
            yield item
        if not (self._too_much or self._well_formed()):
            yield problem_at(MALFORMED, position, "the package around the releases is not well-formed")
        if not self._releases:
            yield from self._instead_of_releases(described, position)

    def _instead_of_releases(self, package: Package, position: str) -> Iterator[Item]:
        if self._compiled:
            data, at = self._compiled
            yield problem_at(COMPILED_ONLY, at, f"{self._links} linked releases")
            try:
                yield from self._reader.read(data, at, package, suspect=True) or ()
            except MalformedError as fault:
                yield self._reader.refused(fault, at)
        elif self._links:
            yield problem_at(LINKED_ONLY, position, f"{self._links} links", path="releases")
        elif self._versioned:
            yield problem_at(NOT_A_RELEASE, position, "a record with only a versioned release")

    def _add(self, part: bytes) -> None:
        self._size += len(part)
        self._too_much |= self._size > _LARGEST_DESCRIPTION
        if not self._too_much:
            self._parts.append(part)

    def _described(self, ending: bytes) -> Package:
        own = describe_package(b"".join(self._parts) + ending)
        return self._outer if own == NO_PACKAGE else own

    def _well_formed(self) -> bool:
        try:
            msgspec.json.decode(b"".join(self._parts) + b"}")
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return False
        return True
