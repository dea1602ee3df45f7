"""Releases as their publishers sent them, in release packages that any OCDS tool reads."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from candour.archive import Archive
from candour.ocds.build import PackageHead, Publisher, package_of_published
from candour.ocds.read import RawRelease
from candour.operations.export.chosen import Chosen
from candour.templates.received import read_received

RELEASES_A_PACKAGE = 1000


def write_packages(archive: Archive, chosen: Chosen, folder: Path, progress: Callable[[str], None]) -> list[str]:
    """Write `releases-000001.json` and on, a thousand releases each, in the order of receipt; return their names.

    Only releases that the tables were made from: withdrawn ones and repeats stay in the archive.
    """
    names: list[str] = []
    releases = _releases(archive, chosen, progress)
    while batch := list(islice(releases, RELEASES_A_PACKAGE)):
        name = f"releases-{len(names) + 1:06d}.json"
        uri = f"urn:candour:{chosen.tables.data_version}:{name}"
        (folder / name).write_bytes(_package(uri, batch))
        names.append(name)
    return names


def _package(uri: str, batch: list[RawRelease]) -> bytes:
    licences = {release.package.licence for release in batch}
    head = PackageHead(
        uri=uri,
        published_date=datetime.now(UTC),
        publisher=Publisher(name="Candour, from the publishers' own releases"),
        extensions=tuple(dict.fromkeys(url for release in batch for url in release.package.extensions)),
        license=licences.pop() if len(licences) == 1 else None,
    )
    return package_of_published(head, [release.data for release in batch])


def _releases(archive: Archive, chosen: Chosen, progress: Callable[[str], None]) -> Iterator[RawRelease]:
    condition, parameters = chosen.selection.condition()
    sql = f"""
        SELECT receipt, position FROM releases
        WHERE state = 'merged' AND ocid IN (SELECT ocid FROM processes WHERE {condition})
        ORDER BY receipt, position
    """
    places: dict[str, set[str]] = {}
    for receipt, position in chosen.tables.stream(sql, parameters):
        places.setdefault(receipt, set()).add(position)
    for receipt, positions in places.items():
        progress(receipt)
        with archive.open_corrected(receipt) as stream:
            for item in read_received(stream, name=archive.receipt(receipt).name):
                if isinstance(item, RawRelease) and item.position in positions:
                    yield item
