"""Receipts to staging files: each receipt is read once, however often the warehouse is built."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from candour.archive import Archive, ArchiveError, Receipt, Standing
from candour.ocds.problems import Problem
from candour.ocds.read import Half, NotLinesError, RawRelease, read_half
from candour.templates.received import read_received
from candour.warehouse import rules
from candour.warehouse.inventory import HeldReceipt
from candour.warehouse.stage_file import StageWriter, join
from candour.warehouse.workers import Run

LARGE = 32_000_000
"""Receipts of so many bytes are read in halves, side by side; with one worker too, so that results are the same."""


def stage_all(run: Run, archive: Archive, receipts: list[HeldReceipt], folder: Path) -> Iterator[int]:
    """Read receipts into their staging files; gives, as it goes on, how many bytes of them have been read."""
    calls, large = [], []
    for held in receipts:
        call = (archive.folder, held.receipt.id, folder / held.file_name)
        if held.receipt.size < LARGE:
            calls.append((*call, None))
        else:
            large.append(call)
            calls += [(*call, half) for half in get_args(Half)]
    yield from run(stage, calls)
    yield from run(stage, [(*call, None) for call in large if not _joined(call[2])])


def stage(archive_folder: Path, receipt_id: str, path: Path, half: Half | None) -> int:
    """Read one receipt, as corrected, into its staging file; returns how many bytes were received in it.

    Whatever is wrong with it becomes a problem in the staging file. A half goes to a file of its own; a half of what
    has to be read whole makes no file, and counts for nothing.
    """
    archive = Archive.at(archive_folder, create=False)
    receipt = archive.receipt(receipt_id)
    standing = archive.standing(receipt_id)
    items = _half(archive, receipt, half) if half else _items(archive, receipt)
    try:
        with StageWriter(_path_of_half(path, half) if half else path) as writer:
            for item in items:
                if isinstance(item, RawRelease) and _is_withdrawn(item, standing):
                    writer.add(_withdrawn(item))
                else:
                    writer.add(item)
    except NotLinesError:
        return 0
    before = receipt.size // 2
    return {None: receipt.size, "first": before, "second": receipt.size - before}[half]


def _path_of_half(path: Path, half: Half) -> Path:
    return path.with_suffix(f".{half}{path.suffix}")


def _joined(path: Path) -> bool:
    """Whether both halves were read, and are one file now."""
    halves = [_path_of_half(path, half) for half in get_args(Half)]
    whole = all(half.exists() for half in halves)
    if whole:
        join(halves, path)
    for half in halves:
        half.unlink(missing_ok=True)
    return whole


def _half(archive: Archive, receipt: Receipt, half: Half) -> Iterator[RawRelease | Problem]:
    try:
        with archive.open_corrected(receipt.id) as stream:
            yield from read_half(stream, half, middle=receipt.size // 2, name=receipt.name)
    except (ArchiveError, OSError) as error:
        raise NotLinesError from error  # whoever reads it whole will say so


def _items(archive: Archive, receipt: Receipt) -> Iterator[RawRelease | Problem]:
    try:
        with archive.open_corrected(receipt.id) as stream:
            yield from read_received(stream, name=receipt.name)
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
