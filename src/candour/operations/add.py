"""Take files and addresses into the archive, and say at once what can be read of them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from candour.archive import Archive, Receipt
from candour.errors import CandourError
from candour.ocds.problems import Problem
from candour.ocds.read import read
from candour.operations.home import Home
from candour.operations.progress import Progress, in_silence
from candour.warehouse import link_decision

EXAMPLES = 3


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """A receipt and what could be read of it. `examples` are the first of the refused pieces."""

    receipt: Receipt
    releases: int
    refused: int
    notices: int
    examples: tuple[str, ...]


def add_files(
    home: Home,
    places: Iterable[Path],
    *,
    source: str = "file",
    licence: str | None = None,
    publisher: str | None = None,
    progress: Progress = in_silence,
) -> Iterator[Added]:
    """Add files, and every file of folders, one receipt each, and look at each.

    Raises:
        CandourError: a place does not exist, or the source is kept for decisions (before anything is added).
    """
    archive = Archive.at(home.archive)
    for receipt in receive_files(
        archive, places, source=source, licence=licence, publisher=publisher, progress=progress
    ):
        yield look_at(archive, receipt)


def receive_files(
    archive: Archive,
    places: Iterable[Path],
    *,
    source: str = "file",
    licence: str | None = None,
    publisher: str | None = None,
    progress: Progress = in_silence,
) -> Iterator[Receipt]:
    """Keep files, and every file of folders, without looking into them. Raises CandourError as `add_files`."""
    if source == link_decision.SOURCE:
        raise CandourError(f"{source} is the source of people's decisions; make one with `candour link`")
    files = [file for place in places for file in _files(place)]
    for done, file in enumerate(files):
        progress(done, len(files), file.name)
        yield archive.add(file, source=source, name=file.name, licence=licence, publisher=publisher)
    progress(len(files), len(files), "")


def _files(place: Path) -> list[Path]:
    if place.is_dir():
        return sorted(path for path in place.rglob("*") if path.is_file())
    if not place.is_file():
        raise CandourError(f"{place} does not exist; name a file or folder, or use `candour fetch` for a web address")
    return [place]


def look_at(archive: Archive, receipt: Receipt) -> Added:
    """Read a receipt from the archive and count what is in it."""
    releases, refused, notices = 0, 0, 0
    examples: list[str] = []
    with archive.open_corrected(receipt.id) as stream:
        for item in read(stream, name=receipt.name):
            if not isinstance(item, Problem):
                releases += 1
            elif item.rule.level == "refused":
                refused += 1
                if len(examples) < EXAMPLES:
                    examples.append(f"{item.position}: {item.for_publisher()}")
            else:
                notices += 1
    return Added(receipt=receipt, releases=releases, refused=refused, notices=notices, examples=tuple(examples))
