"""Release packages and record packages."""

from collections.abc import Sequence
from typing import Any

import msgspec

from candour.ocds.build.error import BuildError
from candour.ocds.build.part import Instant, Part, Text
from candour.ocds.build.release import Release
from candour.ocds.build.write import checked, encode, release_bytes
from candour.ocds.merge import MergeError, compiled_bytes

VERSION = "1.1"


class Publisher(Part, frozen=True, kw_only=True):
    """Who publishes a package."""

    name: Text
    scheme: str | None = None
    uid: str | None = None
    uri: str | None = None


class PackageLinks(Part, frozen=True, kw_only=True):
    """Where the packages after and before this one of a series are, as the extension for pagination has it."""

    next: str | None = None
    prev: str | None = None


class PackageSource(Part, frozen=True, kw_only=True):
    """Who published some of the releases in a package, and under which licence."""

    publisher: str | None = None
    license: str | None = None


class PackageHead(Part, frozen=True, kw_only=True):
    """What a package says of itself. `extensions` are the addresses of the extensions that its releases use.

    `sources` is a member of ours, for packages of what several have published: the standard has room for one licence.
    """

    uri: Text
    published_date: Instant
    publisher: Publisher
    extensions: tuple[Text, ...] = ()
    license: str | None = None
    publication_policy: str | None = None
    sources: tuple[PackageSource, ...] = ()
    links: PackageLinks | None = None


class _ReleasePackage(PackageHead, frozen=True, kw_only=True):
    version: str
    releases: tuple[msgspec.Raw, ...]


class _Record(Part, frozen=True, kw_only=True):
    ocid: str
    releases: tuple[msgspec.Raw, ...]
    compiled_release: msgspec.Raw


class PublishedRecord(Part, frozen=True):
    """A process of others: its releases as they were sent, and its compiled release."""

    ocid: str
    releases: tuple[bytes, ...]
    compiled: bytes


class _RecordPackage(PackageHead, frozen=True, kw_only=True):
    version: str
    records: tuple[_Record, ...]


def release_package(head: PackageHead, releases: Sequence[Release]) -> bytes:
    """A release package as JSON. A release may refer to what an earlier one of its process says.

    Raises BuildError, which names the field, when something is not fit to be published.
    """
    processes = _processes(head, releases)
    sent = [msgspec.Raw(data) for process in processes for data in _process_bytes(process)]
    return encode(_ReleasePackage(**_members(head), version=VERSION, releases=tuple(sent)))


def package_of_published(head: PackageHead, releases: Sequence[bytes]) -> bytes:
    """A release package of releases that others have published, each byte for byte as it was sent.

    Raises BuildError, which names the field, when the head is not fit to be published or there is no release.
    """
    checked(head, "the package")
    if not releases:
        raise BuildError("a package needs at least one release")
    return encode(_ReleasePackage(**_members(head), version=VERSION, releases=tuple(map(msgspec.Raw, releases))))


def records_of_published(head: PackageHead, records: Sequence[PublishedRecord]) -> bytes:
    """A record package of releases that others have published, each byte for byte as it was sent.

    Raises BuildError, which names the field, when the head is not fit to be published or there is no record.
    """
    checked(head, "the package")
    if not records:
        raise BuildError("a package needs at least one record")
    sent = tuple(
        _Record(
            ocid=one.ocid, releases=tuple(map(msgspec.Raw, one.releases)), compiled_release=msgspec.Raw(one.compiled)
        )
        for one in records
    )
    return encode(_RecordPackage(**_members(head), version=VERSION, records=sent))


def record_package(head: PackageHead, releases: Sequence[Release]) -> bytes:
    """A record package as JSON: for each process its releases, oldest first, and how it stands now.

    Raises BuildError, which names the field, when something is not fit to be published.
    """
    records = tuple(_record(process) for process in _processes(head, releases))
    return encode(_RecordPackage(**_members(head), version=VERSION, records=records))


def _processes(head: PackageHead, releases: Sequence[Release]) -> list[list[Release]]:
    """The releases by process, oldest first."""
    checked(head, "the package")
    if not releases:
        raise BuildError("a package needs at least one release")
    processes: dict[str, list[Release]] = {}
    for release in releases:
        processes.setdefault(release.ocid, []).append(release)
    for process in processes.values():
        _check_release_ids(process)
        process.sort(key=lambda release: checked(release, f"release {release.id}").date)
    return list(processes.values())


def _check_release_ids(process: list[Release]) -> None:
    ids = [release.id for release in process]
    for identifier in ids:
        if ids.count(identifier) > 1:
            raise BuildError(f"{process[0].ocid}: two releases have the id {identifier!r}; give each its own")


def _process_bytes(process: list[Release]) -> list[bytes]:
    return [release_bytes(release, process[:place]) for place, release in enumerate(process)]


def _record(process: list[Release]) -> _Record:
    sent = _process_bytes(process)
    try:
        compiled = compiled_bytes(sent)
    except MergeError as error:
        raise BuildError(f"{process[0].ocid}: {error}") from None
    return _Record(
        ocid=process[0].ocid, releases=tuple(map(msgspec.Raw, sent)), compiled_release=msgspec.Raw(compiled)
    )


def _members(head: PackageHead) -> dict[str, Any]:
    return {name: getattr(head, name) for name in PackageHead.__struct_fields__}
