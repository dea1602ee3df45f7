"""The proof that certain bytes were received from somebody at some time."""

from datetime import UTC, datetime
from pathlib import Path

import msgspec

from candour.archive import record
from candour.archive.errors import ArchiveError, DamagedError
from candour.archive.layout import Layout

FORMAT = "candour-receipt/1"


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was received.

    `sha256` and `size` (bytes) are those of the raw bytes; `source` is the id of a publisher or a person's own word
    for where it came from; `received` is UTC; `name` is the original file name. `id` is permanent, and ids sort by
    the time of recording. `nonce` only keeps two equal receipts of the same instant apart.
    """

    id: str
    sha256: str
    size: int
    source: str
    received: str
    name: str
    nonce: str
    url: str | None = None
    licence: str | None = None
    publisher: str | None = None
    media_type: str | None = None

    def __post_init__(self) -> None:
        if not self.source.strip() or not self.name.strip():
            raise ArchiveError("a receipt needs a source and a name; say where the bytes come from and what they are")


def to_file(receipt: Receipt, recorded: datetime) -> tuple[Receipt, bytes]:
    """The receipt with its id, and the bytes of its file."""
    fields = msgspec.to_builtins(receipt)
    del fields["id"]
    content = record.encode(FORMAT, fields)
    return msgspec.structs.replace(receipt, id=record.id_of(content, recorded.astimezone(UTC))), content


def from_bytes(content: bytes, receipt_id: str, file: str) -> Receipt:
    """The receipt in a file's bytes.

    Raises:
        DamagedError: the file is no receipt any more.
    """
    fields = record.decode(content, receipt_id, form=FORMAT, file=file)
    try:
        return msgspec.convert(fields, Receipt)
    except msgspec.ValidationError as error:
        raise DamagedError(f"{file} is no receipt: {error}; {record.REMEDY}") from error


def from_file(path: Path, layout: Layout) -> Receipt:
    """As `from_bytes`; raises DamagedError also for a file that cannot be read."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise DamagedError(f"cannot read {layout.short(path)}: {error.strerror}; check the disk") from error
    return from_bytes(content, path.stem, layout.short(path))
