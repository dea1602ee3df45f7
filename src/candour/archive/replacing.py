"""Corrections applied while reading; the object itself never changes."""

from collections.abc import Iterator, Sequence

from candour.archive.correction import Replace
from candour.archive.errors import ArchiveError
from candour.archive.streams import from_chunks


def replaced(chunks: Iterator[bytes], replacements: Sequence[Replace], what: str) -> Iterator[bytes]:
    """The content with each replacement (by offset, none overlapping) in its place.

    Raises:
        ArchiveError: the content does not have the old bytes where a replacement says; `what` names the content.
    """
    with from_chunks(chunks) as stream:
        position = 0
        for change in replacements:
            while position < change.offset:
                chunk = stream.read(min(1 << 18, change.offset - position))
                if not chunk:
                    break
                position += len(chunk)
                yield chunk
            found = stream.read(len(change.old))
            if found != change.old:
                raise ArchiveError(mismatch(what, change, found, position))
            position += len(found)
            yield change.new
        while chunk := stream.read(1 << 18):
            yield chunk


def mismatch(what: str, change: Replace, found: bytes, position: int) -> str:
    """One line about old bytes that are not there."""
    if position < change.offset:
        return f"{what} has only {position} bytes, and the correction is about byte {change.offset}; check the offset"
    return (
        f"{what} has {found[:40]!r} at byte {change.offset}, and the correction expects {change.old[:40]!r}; "
        f"check the offset (it counts bytes of the content as received) and the old bytes"
    )
