"""Receipts to staging files: each receipt is read once, however often the warehouse is built."""

from collections.abc import Iterator
from pathlib import Path

from candour.archive import Archive, ArchiveError, Receipt, Standing
from candour.ocds.problems import Problem
from candour.ocds.read import RawRelease, read
from candour.warehouse import rules
from candour.warehouse.stage_file import StageWriter


def stage(archive_folder: Path, receipt_id: str, path: Path) -> int:
    """Read one receipt, as corrected, into its staging file; returns how many bytes were received in it.

    Whatever is wrong with it becomes a problem in the staging file.
    """
    archive = Archive.at(archive_folder, create=False)
    receipt = archive.receipt(receipt_id)
    standing = archive.standing(receipt_id)
    with StageWriter(path) as writer:
        for item in _items(archive, receipt):
            if isinstance(item, RawRelease) and _is_withdrawn(item, standing):
                writer.add(_withdrawn(item))
            else:
                writer.add(item)
    return receipt.size


def _items(archive: Archive, receipt: Receipt) -> Iterator[RawRelease | Problem]:
    try:
        with archive.open_corrected(receipt.id) as stream:
            yield from read(stream, name=receipt.name)
    except (ArchiveError, OSError) as error:
        yield Problem(rule=rules.UNREADABLE, path="", found=str(error), position=receipt.name)


def _is_withdrawn(release: RawRelease, standing: Standing) -> bool:
    return bool(standing.releases) and not standing.uses(release.ocid, release.release_id)


def _withdrawn(release: RawRelease) -> Problem:
    return Problem(
        rule=rules.WITHDRAWN,
        path="",
        ocid=release.ocid,
        release_id=release.release_id or "",
        position=release.position,
    )
