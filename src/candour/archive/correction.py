"""What somebody said is wrong with what was received: dated, reasoned, signed, and undone only by another entry."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from candour.archive import record
from candour.archive.errors import ArchiveError, DamagedError
from candour.archive.layout import Layout

FORMAT = "candour-correction/1"


class Replace(msgspec.Struct, frozen=True, tag_field="kind", tag="replace"):
    """`new` stands where `old` was received. `offset` counts bytes of the raw content, whatever else is corrected."""

    offset: int
    old: bytes
    new: bytes

    @property
    def end(self) -> int:
        return self.offset + len(self.old)


class Withdraw(msgspec.Struct, frozen=True, tag_field="kind", tag="withdraw"):
    """The receipt is kept but not used; or only one release of it (`ocid`, `release_id`).

    Without a `release_id`, every release that the receipt holds of that process.
    """

    ocid: str | None = None
    release_id: str | None = None


class Undo(msgspec.Struct, frozen=True, tag_field="kind", tag="undo"):
    """An earlier correction no longer counts."""

    correction: str


Change = Replace | Withdraw | Undo


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """One entry. `made` is UTC; `by` names who answers for it."""

    id: str
    receipt: str
    made: str
    by: str
    reason: str
    change: Change

    def __post_init__(self) -> None:
        if not self.by.strip() or not self.reason.strip():
            raise ArchiveError("a correction needs a reason and the name of who makes it; say both")


class Standing(msgspec.Struct, frozen=True):
    """The corrections of one receipt that count now."""

    withdrawn: Correction | None = None
    releases: tuple[Correction, ...] = ()
    replacements: tuple[Correction, ...] = ()

    def uses(self, ocid: str, release_id: str | None) -> bool:
        """Whether a release of this receipt is to be used."""
        if self.withdrawn:
            return False
        changes = (entry.change for entry in self.releases)
        return not any(
            isinstance(change, Withdraw) and change.ocid == ocid and change.release_id in (None, release_id)
            for change in changes
        )

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all of them: two readings under equal ids are equal."""
        whole = (self.withdrawn,) if self.withdrawn else ()
        return tuple(sorted(entry.id for entry in (*whole, *self.releases, *self.replacements)))


def standing(corrections: Iterable[Correction]) -> Standing:
    """Which of one receipt's corrections count: those that nobody undid."""
    entries = list(corrections)
    undone = {entry.change.correction for entry in entries if isinstance(entry.change, Undo)}
    valid = [entry for entry in entries if entry.id not in undone]
    withdrawals = [(entry, entry.change) for entry in valid if isinstance(entry.change, Withdraw)]
    replacements = [(entry.change.offset, entry) for entry in valid if isinstance(entry.change, Replace)]
    return Standing(
        withdrawn=next((entry for entry, change in withdrawals if change.ocid is None), None),
        releases=tuple(entry for entry, change in withdrawals if change.ocid is not None),
        replacements=tuple(entry for _, entry in sorted(replacements, key=lambda pair: pair[0])),
    )


def to_file(correction: Correction, recorded: datetime) -> tuple[Correction, bytes]:
    """The correction with its id, and the bytes of its file."""
    fields = msgspec.to_builtins(correction)
    del fields["id"]
    fields["change"] = {name: value for name, value in fields["change"].items() if value is not None}
    content = record.encode(FORMAT, fields)
    return msgspec.structs.replace(correction, id=record.id_of(content, recorded.astimezone(UTC))), content


def from_file(path: Path, layout: Layout) -> Correction:
    """The correction in a file.

    Raises:
        DamagedError: the file is no correction any more.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise DamagedError(f"cannot read {layout.short(path)}: {error.strerror}; check the disk") from error
    fields = record.decode(content, path.stem, form=FORMAT, file=layout.short(path))
    try:
        return msgspec.convert(fields, Correction)
    except msgspec.ValidationError as error:
        raise DamagedError(f"{layout.short(path)} is no correction: {error}; {record.REMEDY}") from error


def of_receipt(layout: Layout, receipt_id: str) -> Iterator[Correction]:
    """All corrections of one receipt, also those undone, oldest first."""
    folder = layout.corrections_of(receipt_id)
    for path in sorted(folder.glob("*.json")) if folder.is_dir() else ():
        yield from_file(path, layout)
