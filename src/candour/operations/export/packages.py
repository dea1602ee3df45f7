"""Releases as their publishers sent them, in packages that any OCDS tool reads."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from candour.ocds.build import PackageHead, PublishedRecord, Publisher, package_of_published, records_of_published
from candour.operations.export.chosen import Chosen
from candour.operations.published import Published, merged_of

RELEASES_A_PACKAGE = 1000


def write_packages(chosen: Chosen, folder: Path, progress: Callable[[str], None]) -> list[str]:
    """Write `releases-000001.json` and on, a thousand releases each; return their names.

    Only releases that the tables were made from: withdrawn ones and repeats stay in the archive.
    """
    names: list[str] = []
    releases = merged_of(chosen.tables, chosen.selection)
    while batch := list(islice(releases, RELEASES_A_PACKAGE)):
        name = f"releases-{len(names) + 1:06d}.json"
        progress(name)
        uri = f"urn:candour:{chosen.tables.data_version}:{name}"
        (folder / name).write_bytes(release_package_of(uri, batch))
        names.append(name)
    return names


def release_package_of(uri: str, releases: Sequence[Published]) -> bytes:
    """A release package, each release byte for byte as it was sent; `uri` is where the package is found.

    Raises:
        BuildError: there is no release.
    """
    return package_of_published(_head(uri, releases), [release.data.encode() for release in releases])


def record_package_of(uri: str, compiled: Iterable[str], releases: Sequence[Published]) -> bytes:
    """A record package: for each process its releases and its compiled release, given as JSON in `compiled`.

    Raises:
        BuildError: there is no record.
    """
    by_process: dict[str, list[bytes]] = {}
    for release in releases:
        by_process.setdefault(release.ocid, []).append(release.data.encode())
    records = [
        PublishedRecord(ocid, tuple(data), one.encode())
        for (ocid, data), one in zip(by_process.items(), compiled, strict=True)
    ]
    return records_of_published(_head(uri, releases), records)


def _head(uri: str, releases: Sequence[Published]) -> PackageHead:
    licences = {release.licence for release in releases}
    return PackageHead(
        uri=uri,
        published_date=datetime.now(UTC),
        publisher=Publisher(name="Candour, from the publishers' own releases"),
        extensions=tuple(dict.fromkeys(url for release in releases for url in release.extensions)),
        license=licences.pop() if len(licences) == 1 else None,
    )
