"""Take files and addresses into the archive, and say at once what can be read of them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from candour.archive import Archive, Receipt
from candour.care.council_outcome import CouncilOutcome
from candour.care.places.said import Outline, Place, PlaceFigure, PlaceName
from candour.care.ratings.rating import Rating
from candour.care.register import Location, RegisteredProvider, RegistrationSuccession
from candour.errors import CandourError
from candour.ocds.problems import Problem
from candour.ocds.read import RawRelease
from candour.ocds.statement_reading import ReadStatement, holds_statements, read_statements
from candour.operations.home import Home
from candour.operations.known_corrections import record_known
from candour.operations.progress import Progress, in_silence
from candour.sources.account import Account, Tally
from candour.sources.tables import recognise, tables_sources
from candour.templates.received import read_received
from candour.warehouse import link_decision, statements_source

EXAMPLES = 3
ANY_FILE = "file"
"""The source of files of which nobody says where they come from."""
_KINDS: dict[type, str] = {
    RawRelease: "releases",
    ReadStatement: "statements",
    RegisteredProvider: "providers",
    Location: "locations",
    Rating: "ratings",
    RegistrationSuccession: "successions",
    CouncilOutcome: "figures",
    Place: "councils",
    PlaceName: "names",
    PlaceFigure: "sizes and middles",
    Outline: "outlines",
}


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """A receipt and what could be read of it: releases, or so many things of each kind of a register or table.

    `examples` are the first of the refused pieces. `accounts` say what became of every row, where it is a register or
    a table.
    """

    receipt: Receipt
    releases: int
    things: dict[str, int]
    refused: int
    notices: int
    examples: tuple[str, ...]
    accounts: tuple[Account, ...] = ()


def add_files(
    home: Home,
    places: Iterable[Path],
    *,
    source: str = ANY_FILE,
    licence: str | None = None,
    publisher: str | None = None,
    progress: Progress = in_silence,
) -> Iterator[Added]:
    """Add files, and every file of folders, one receipt each, and look at each.

    Where nobody names the source, a register or table of outcomes is known by its columns.

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
    source: str = ANY_FILE,
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
        yield _receive(archive, file, source, licence, publisher)
    progress(len(files), len(files), "")


def _files(place: Path) -> list[Path]:
    if place.is_dir():
        return sorted(path for path in place.rglob("*") if path.is_file())
    if not place.is_file():
        raise CandourError(f"{place} does not exist; name a file or folder, or use `candour fetch` for a web address")
    return [place]


def _receive(archive: Archive, file: Path, source: str, licence: str | None, publisher: str | None) -> Receipt:
    """A known source's own licence and publisher count where nobody says otherwise."""
    with file.open("rb") as stream:
        if holds_statements(stream):
            return _receive_statements(archive, file, source, licence, publisher)
    if source == ANY_FILE:
        with file.open("rb") as stream:
            source = recognise(stream, name=file.name) or source
    known = tables_sources().get(source)
    if known:
        licence, publisher = licence or known.definition.licence, publisher or known.definition.publisher
    receipt = archive.add(file, source=source, name=file.name, licence=licence, publisher=publisher)
    if known:
        record_known(archive, receipt, known.definition)
    return receipt


def _receive_statements(
    archive: Archive, file: Path, source: str, licence: str | None, publisher: str | None
) -> Receipt:
    """What the first statement says of licence and publisher counts where nobody says otherwise."""
    if source not in (ANY_FILE, statements_source.SOURCE):
        raise CandourError(
            f"{file} holds statements, whose source is {statements_source.SOURCE}, not {source}; leave out --source"
        )
    with file.open("rb") as stream:
        found = (one for one in read_statements(stream, name=file.name) if isinstance(one, ReadStatement))
        first = next(found, None)
    said = first.document if first else {}
    by = said.get("publisher")
    return archive.add(
        file,
        source=statements_source.SOURCE,
        name=file.name,
        licence=licence or _text(said.get("license")),
        publisher=publisher or _text(by.get("name") if isinstance(by, dict) else None),
    )


def _text(said: object) -> str | None:
    return said if isinstance(said, str) and said else None


def look_at(archive: Archive, receipt: Receipt) -> Added:
    """Read a receipt from the archive and count what is in it."""
    tally = Tally()
    counts: Counter[str] = Counter()
    examples: list[str] = []
    known = tables_sources().get(receipt.source)
    with archive.open_corrected(receipt.id) as stream:
        name = receipt.name
        if receipt.source == statements_source.SOURCE:
            things: Iterator[object] = read_statements(stream, name=name)
        else:
            things = known.read(stream, name=name, tally=tally) if known else read_received(stream, name=name)
        for thing in things:
            if not isinstance(thing, Problem):
                counts[_KINDS[type(thing)]] += 1
            elif thing.rule.level == "refused":
                counts["refused"] += 1
                if len(examples) < EXAMPLES:
                    examples.append(f"{thing.position}: {thing.for_publisher()}")
            else:
                counts["notices"] += 1
    return Added(
        receipt=receipt,
        releases=counts.pop("releases", 0),
        refused=counts.pop("refused", 0),
        notices=counts.pop("notices", 0),
        things=dict(counts),
        examples=tuple(examples),
        accounts=tuple(tally.accounts()),
    )
