"""What a source's definition knows to be wrong with a body is recorded beside it, as a correction."""

from candour.archive import Archive, Receipt, Replace
from candour.sources.definition import Definition


def record_known(archive: Archive, receipt: Receipt, definition: Definition) -> None:
    """Every correction that the definition has for exactly these bytes."""
    for known in definition.corrections_of(receipt.sha256):
        archive.correct(receipt.id, Replace(known.offset, known.old, known.new), reason=known.reason, by=known.by)
