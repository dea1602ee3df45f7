"""What can go wrong with an archive. Every message is one line and offers the next step."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from candour.errors import CandourError


class ArchiveError(CandourError):
    """The archive could not do what was asked."""


class DamagedError(ArchiveError):
    """A file of the archive is no longer what it was."""


class WithdrawnError(ArchiveError):
    """The receipt is kept, but a correction says that it is not to be used."""


@contextmanager
def writing_to(folder: Path) -> Iterator[None]:
    """Turns the system's refusal to write (full disk, no permission) into one line.

    Raises:
        ArchiveError: instead of the `OSError`.
    """
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ArchiveError(
            f"cannot write to the archive {folder}: {reason}; nothing was recorded: make room or get permission, "
            f"then do it again"
        ) from error
