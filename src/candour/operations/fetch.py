"""Ask publishers for what they have published, and keep it."""

from collections.abc import Callable, Iterator
from datetime import datetime
from io import BytesIO

from candour.archive import Archive
from candour.errors import CandourError
from candour.operations.add import Added, look_at
from candour.operations.home import Home
from candour.operations.known_corrections import record_known
from candour.operations.progress import Progress, in_silence
from candour.sources import url
from candour.sources.client import Client
from candour.sources.definition import Definition
from candour.sources.fetched import Fetched
from candour.sources.publishers import Source, publishers
from candour.sources.tables import recognise, tables_sources

ANY_ADDRESS = "url"


def source_named(name: str) -> Source:
    """A publisher by its id. Raises CandourError where there is none."""
    known = publishers()
    if name not in known:
        raise CandourError(f"no source is called {name!r}; there are {', '.join(sorted(known))}, or give an address")
    return known[name]


def fetch_source(
    home: Home,
    source: Source,
    since: datetime,
    until: datetime,
    client: Client,
    *,
    progress: Progress = in_silence,
    warn: Callable[[str], None],
) -> Iterator[Added]:
    """Keep everything a publisher has from `since` to `until`, one receipt a page.

    What is known to be wrong with a page is recorded as a correction beside it. It may be interrupted and called
    again: it goes on where it was.

    Raises:
        SourceError: the publisher cannot be reached, or refuses; what came before is kept.
    """
    home.checkpoints.mkdir(parents=True, exist_ok=True)
    checkpoint = home.checkpoints / f"{source.definition.id}.json"
    archive = Archive.at(home.archive)
    for fetched in source.fetch(since, until, client, checkpoint, progress, warn):
        yield _keep(archive, fetched, source.definition)


def fetch_address(home: Home, address: str, client: Client, *, source: str = ANY_ADDRESS) -> Added:
    """Keep what one web address gives, under the source whose table it is, where it is one that is known.

    Raises:
        SourceError: it cannot be had.
    """
    fetched = url.fetch(address, client)
    archive = Archive.at(home.archive)
    if source == ANY_ADDRESS:
        source = recognise(BytesIO(fetched.content), name=fetched.name) or source
    if known := tables_sources().get(source):
        return _keep(archive, fetched, known.definition)
    receipt = archive.add(
        fetched.content,
        source=source,
        name=fetched.name,
        url=fetched.url,
        media_type=fetched.media_type,
        received=fetched.fetched,
    )
    return look_at(archive, receipt)


def _keep(archive: Archive, fetched: Fetched, definition: Definition) -> Added:
    receipt = archive.add(
        fetched.content,
        source=definition.id,
        name=fetched.name,
        url=fetched.url,
        licence=definition.licence,
        publisher=definition.publisher,
        media_type=fetched.media_type,
        received=fetched.fetched,
    )
    record_known(archive, receipt, definition)
    return look_at(archive, receipt)
