"""Whether an archive is still what it was."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal

import msgspec

from candour.archive import correction, objects, receipt, record
from candour.archive.correction import Replace, Undo
from candour.archive.durable import locked
from candour.archive.errors import ArchiveError, DamagedError
from candour.archive.layout import Layout
from candour.archive.receipt import Receipt
from candour.archive.replacing import replaced

Progress = Callable[[int, int, str], None]
"""Called with how much is done, how much there is, and what is being looked at."""


class Fault(msgspec.Struct, frozen=True):
    """One thing that is wrong. `file` is a path inside the archive; `message` is one line with the next step."""

    kind: Literal["receipt", "object", "orphan", "correction", "stranger"]
    file: str
    message: str
    receipt: str | None = None

    def __str__(self) -> str:
        return f"receipt {self.receipt}: {self.message}" if self.receipt else self.message


def verify(layout: Layout, progress: Progress | None = None) -> Iterator[Fault]:
    """Reads everything; changes nothing."""
    stored = sorted(path for path in layout.objects.rglob("*") if not path.is_dir())
    # A writer holds the lock between placing an object and placing its receipt. Once we have had the lock alone,
    # every object listed above has its receipt, and an object without one is an orphan indeed.
    with suppress(OSError), locked(layout.lock, alone=True):
        pass
    wanted: dict[Path, list[Receipt]] = defaultdict(list)
    for path in _files(layout.receipts):
        if not record.is_id(path.stem) or path != layout.receipt(path.stem):
            yield _stranger(layout, path)
            continue
        try:
            found = receipt.from_file(path, layout)
        except ArchiveError as error:
            yield Fault("receipt", layout.short(path), str(error), path.stem)
        else:
            wanted[layout.object(found.sha256)].append(found)
    yield from _objects(layout, wanted, progress)
    for path in stored:
        if path not in wanted:
            yield _orphan(layout, path)
    for path in _files(layout.corrections):
        yield from _correction(layout, path)


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if not path.is_dir())


def _stranger(layout: Layout, path: Path) -> Fault:
    file = layout.short(path)
    return Fault("stranger", file, f"{file} is no file of this archive; move it elsewhere")


def _orphan(layout: Layout, path: Path) -> Fault:
    if len(path.stem) != 64 or path != layout.object(path.stem):
        return _stranger(layout, path)
    file = layout.short(path)
    message = f"{file} belongs to no readable receipt; restore its receipt from a copy, or add the content again"
    return Fault("orphan", file, message)


def _objects(layout: Layout, wanted: dict[Path, list[Receipt]], progress: Progress | None) -> Iterator[Fault]:
    for done, (path, receipts) in enumerate(wanted.items()):
        if progress:
            progress(done, len(wanted), receipts[0].name)
        for content in {objects.Content(each.sha256, each.size) for each in receipts}:
            try:
                objects.check(layout, content)
            except ArchiveError as error:
                for each in receipts:
                    yield Fault("object", layout.short(path), str(error), each.id)
    if progress:
        progress(len(wanted), len(wanted), "")


def _correction(layout: Layout, path: Path) -> Iterator[Fault]:
    file, receipt_id = layout.short(path), path.parent.name
    if not record.is_id(path.stem) or path != layout.correction(receipt_id, path.stem):
        yield _stranger(layout, path)
        return
    try:
        _check_correction(layout, correction.from_file(path, layout), receipt_id, file)
    except ArchiveError as error:
        yield Fault("correction", file, str(error), receipt_id)


def _check_correction(layout: Layout, entry: correction.Correction, receipt_id: str, file: str) -> None:
    if entry.receipt != receipt_id:
        raise ArchiveError(
            f"{file} corrects receipt {entry.receipt}, not the one that its folder names; move it back"
        )
    if not layout.receipt(receipt_id).exists():
        raise ArchiveError(f"{file} corrects a receipt that is not here; restore the receipt from a copy")
    if isinstance(entry.change, Undo) and not layout.correction(receipt_id, entry.change.correction).exists():
        raise ArchiveError(f"{file} undoes {entry.change.correction}, which is not here; restore it from a copy")
    if isinstance(entry.change, Replace):
        with suppress(DamagedError):  # already reported with its object
            found = receipt.from_file(layout.receipt(receipt_id), layout)
            raw = objects.chunks(layout, objects.Content(found.sha256, found.size))
            for _ in replaced(raw, [entry.change], file):
                pass
