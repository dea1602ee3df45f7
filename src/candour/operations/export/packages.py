"""Releases as their publishers sent them, in release packages that any OCDS tool reads."""

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import orjson

from candour.archive import Archive
from candour.ocds.read import RawRelease, read
from candour.operations.export.chosen import Chosen

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
        (folder / name).write_bytes(orjson.dumps(_package(uri, batch)))
        names.append(name)
    return names


def _package(uri: str, batch: list[RawRelease]) -> dict[str, Any]:
    extensions = dict.fromkeys(url for release in batch for url in release.package.extensions)
    licences = {release.package.licence for release in batch}
    package: dict[str, Any] = {
        "uri": uri,
        "version": "1.1",
        "extensions": list(extensions),
        "publishedDate": max(release.date or "" for release in batch) or "1970-01-01T00:00:00Z",
        "publisher": {"name": "Candour, from the publishers' own releases"},
    }
    if len(licences) == 1 and (licence := licences.pop()):
        package["license"] = licence
    return package | {"releases": [orjson.Fragment(release.data) for release in batch]}


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
            for item in read(stream, name=archive.receipt(receipt).name):
                if isinstance(item, RawRelease) and item.position in positions:
                    yield item
