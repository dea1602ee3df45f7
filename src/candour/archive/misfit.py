"""Corrections that are refused, because they do not fit those that count already."""

from collections import deque
from collections.abc import Iterator, Sequence

from candour.archive.correction import Change, Correction, Replace, Standing, Undo, Withdraw, standing
from candour.archive.errors import ArchiveError
from candour.archive.replacing import replaced


def refuse_misfit(change: Change, entries: Sequence[Correction], raw: Iterator[bytes]) -> None:
    """Raises ArchiveError for a change that does not fit a receipt's corrections so far, or its raw bytes."""
    match change:
        case Replace():
            _refuse_replacement(change, standing(entries))
            deque(replaced(raw, [change], "the content of this receipt"), maxlen=0)
        case Withdraw():
            _refuse_withdrawal(change, standing(entries))
        case Undo():
            _refuse_undo(change, entries)


def _refuse_replacement(change: Replace, counts: Standing) -> None:
    """A replacement of nothing, or of bytes that another one replaces."""
    if change.offset < 0 or not change.old:
        raise ArchiveError(
            "a replacement needs an offset of 0 or more and the old bytes; to insert, replace a neighbour"
        )
    if change.old == change.new:
        raise ArchiveError("the old and the new bytes are the same; say what should stand there instead")
    for entry in counts.replacements:
        other = entry.change
        if isinstance(other, Replace) and change.offset < other.end and other.offset < change.end:
            raise ArchiveError(
                f"bytes {change.offset} to {change.end} overlap with those of correction {entry.id}; "
                f"undo that one first"
            )


def _refuse_withdrawal(change: Withdraw, counts: Standing) -> None:
    """What is withdrawn already."""
    if change.release_id is not None and change.ocid is None:
        raise ArchiveError("to withdraw one release, name its process too (ocid)")
    entries = counts.releases if change.ocid is not None else (counts.withdrawn,)
    for entry in entries:
        if entry and entry.change == change:
            raise ArchiveError(f"this was withdrawn already, by correction {entry.id}; nothing needs to be done")


def _refuse_undo(change: Undo, entries: Sequence[Correction]) -> None:
    """A correction that is not there, is itself an undo, or is undone already."""
    target = next((entry for entry in entries if entry.id == change.correction), None)
    if target is None:
        raise ArchiveError(f"this receipt has no correction {change.correction}; list its corrections to find the id")
    if isinstance(target.change, Undo):
        raise ArchiveError(f"{target.id} is itself an undo; make the correction that it undid again instead")
    for entry in entries:
        if entry.change == change:
            raise ArchiveError(f"{target.id} was undone already, by {entry.id}; nothing needs to be done")
