"""The archive: what was received stays as it was received."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from candour.archive import correction, objects, receipt, record, verify
from candour.archive.correction import Change, Correction, Replace, Standing
from candour.archive.creation import prepare
from candour.archive.durable import Unfinished, locked, make_folder, unfinished
from candour.archive.errors import ArchiveError, WithdrawnError, writing_to
from candour.archive.layout import Layout
from candour.archive.misfit import refuse_misfit
from candour.archive.objects import Content
from candour.archive.receipt import Receipt
from candour.archive.replacing import replaced
from candour.archive.streams import from_chunks, opened


def _now() -> datetime:
    return datetime.now(UTC)


class Archive:
    """An append-only store with provenance. Several processes may add to it at once."""

    def __init__(self, layout: Layout, clock: Callable[[], datetime] = _now) -> None:
        self._layout = layout
        self._clock = clock

    @classmethod
    def at(cls, folder: Path | str, *, create: bool = True, clock: Callable[[], datetime] = _now) -> "Archive":
        """Opens the archive in a folder, and creates it (unless told not to) where the folder is new or empty.

        Raises:
            ArchiveError: the folder holds something else, or cannot be read or made.
        """
        layout = Layout(Path(folder))
        prepare(layout, create=create)
        return cls(layout, clock)

    @property
    def folder(self) -> Path:
        return self._layout.folder

    def add(
        self,
        content: BinaryIO | Path | bytes,
        *,
        source: str,
        name: str,
        url: str | None = None,
        licence: str | None = None,
        publisher: str | None = None,
        media_type: str | None = None,
        received: datetime | None = None,
    ) -> Receipt:
        """Keeps a content for good. Once this returns, the receipt survives a crash and a power cut.

        `received` is when the bytes came (with its zone), if that was not now. The same bytes again make a second
        receipt of the same object, and put the object back if it has been damaged since.

        Raises:
            ArchiveError: it cannot be written (nothing is recorded then), a file cannot be opened, or `received` has
                no zone.
        """
        if received is not None and received.tzinfo is None:
            raise ArchiveError(f"{received} has no zone, so nobody can say when that was; give it as UTC")
        with opened(content) as stream, self._unfinished() as body:
            kept = objects.compress(stream, body.file, self.folder)
            entry, file = receipt.to_file(
                Receipt(
                    id="",
                    sha256=kept.sha256,
                    size=kept.size,
                    source=source,
                    received=record.moment((received or self._clock()).astimezone(UTC)),
                    name=_encodable(name),
                    nonce=uuid4().hex[:8],
                    url=url and _encodable(url),
                    licence=licence,
                    publisher=publisher,
                    media_type=media_type,
                ),
                self._clock(),
            )
            with writing_to(self.folder):
                body.finish()
                self._commit(entry, file, kept, body)
        return entry

    def _commit(self, entry: Receipt, file: bytes, kept: Content, body: Unfinished) -> None:
        layout = self._layout
        present = objects.is_whole(layout, kept)
        with self._unfinished(f"{entry.id}.json") as proof:
            proof.file.write(file)
            proof.finish()
            make_folder(layout.receipt(entry.id).parent)  # before the object: no disk so full that only it gets in
            with locked(layout.lock, alone=False):
                if not present:
                    body.place(layout.object(kept.sha256))
                proof.place(layout.receipt(entry.id))

    @contextmanager
    def _unfinished(self, name: str = "") -> Iterator[Unfinished]:
        with ExitStack() as stack:
            with writing_to(self.folder):
                new = stack.enter_context(unfinished(self._layout.incoming, self._layout.lock, name))
            yield new

    def receipts(self) -> Iterator[Receipt]:
        """All receipts, also those withdrawn, in the order of recording.

        Raises:
            DamagedError: a receipt is no longer what it was; `verify` finds all such.
        """
        for month in sorted(self._layout.receipts.iterdir()):
            for path in sorted(month.glob("*.json")):
                yield receipt.from_file(path, self._layout)

    def receipt(self, receipt_id: str) -> Receipt:
        """One receipt. Raises ArchiveError if there is none of this id."""
        path = self._layout.receipt(record.check_id(receipt_id, "receipt"))
        if not path.exists():
            raise ArchiveError(f"there is no receipt {receipt_id} in {self.folder}; list the receipts to find its id")
        return receipt.from_file(path, self._layout)

    def open(self, receipt_id: str) -> BinaryIO:
        """The bytes as they were received.

        Raises:
            ArchiveError: no such receipt. Reading raises DamagedError where the object is not whole any more.
        """
        return from_chunks(self._raw(receipt_id))

    def open_corrected(self, receipt_id: str) -> BinaryIO:
        """The bytes with the replacements that count now.

        Releases that were withdrawn one by one are still in it: ask `standing(receipt_id).uses(ocid, release_id)`.

        Raises:
            WithdrawnError: the receipt is not to be used; the message says who says so, and why.
            ArchiveError: no such receipt.
        """
        counts = self.standing(receipt_id)
        if entry := counts.withdrawn:
            raise WithdrawnError(f"receipt {receipt_id} was withdrawn on {entry.made} by {entry.by}: {entry.reason}")
        changes = [entry.change for entry in counts.replacements if isinstance(entry.change, Replace)]
        raw = self._raw(receipt_id)
        return from_chunks(replaced(raw, changes, f"receipt {receipt_id}") if changes else raw)

    def standing(self, receipt_id: str) -> Standing:
        """The corrections of a receipt that count now. Raises ArchiveError if one of them is damaged."""
        return correction.standing(correction.of_receipt(self._layout, record.check_id(receipt_id, "receipt")))

    def corrections(self, receipt_id: str | None = None) -> Iterator[Correction]:
        """Every entry, also those undone, of one receipt or of all, oldest first within a receipt."""
        if receipt_id is not None:
            yield from correction.of_receipt(self._layout, record.check_id(receipt_id, "receipt"))
            return
        for folder in sorted(self._layout.corrections.iterdir()):
            yield from correction.of_receipt(self._layout, folder.name)

    def correct(self, receipt_id: str, change: Change, *, reason: str, by: str) -> Correction:
        """Records a correction.

        Raises:
            ArchiveError: it does not fit what is there (other bytes, already withdrawn, already undone), or it has no
                reason or name, or it cannot be written.
        """
        self.receipt(receipt_id)
        layout, made = self._layout, self._clock()
        entry, file = correction.to_file(
            Correction(id="", receipt=receipt_id, made=record.moment(made), by=by, reason=reason, change=change), made
        )
        with self._unfinished() as new:
            with writing_to(self.folder):
                new.file.write(file)
                new.finish()
            with locked(layout.lock, alone=True):
                refuse_misfit(change, list(self.corrections(receipt_id)), self._raw(receipt_id))
                with writing_to(self.folder):
                    new.place(layout.correction(receipt_id, entry.id))
        return entry

    def verify(self, progress: verify.Progress | None = None) -> Iterator[verify.Fault]:
        """Everything that is wrong with the archive: reads it all, changes nothing."""
        return verify.verify(self._layout, progress)

    def _raw(self, receipt_id: str) -> Iterator[bytes]:
        found = self.receipt(receipt_id)
        return objects.chunks(self._layout, Content(found.sha256, found.size))


def _encodable(text: str) -> str:
    """A file name may hold bytes that are no text; they are shown as question marks."""
    return text.encode("utf-8", "replace").decode()
