"""One file of an index: how it is written, and how it is opened to be asked."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

FILE = "words.sqlite3"
_AT_ONCE = 64_000_000
"""So many bytes of an index are put in order in memory: as much as a bucket has, so that nothing is merged later."""


@contextmanager
def written(folder: Path, tables: str) -> Iterator[sqlite3.Connection]:
    """A new file in the folder with these tables, one of them `words`; whoever made the folder syncs it.

    Nobody sees it before it is whole, so nothing is kept that would let it be mended after a crash.
    """
    with closing(sqlite3.connect(folder / FILE, isolation_level=None)) as file:
        file.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 8192;" + tables)
        file.execute("BEGIN")
        file.execute("INSERT INTO words (words, rank) VALUES ('hashsize', ?)", (_AT_ONCE,))
        yield file
        file.execute("COMMIT")


def opened(path: Path) -> sqlite3.Connection:
    """The file, to be read only, from any thread; it does not change as long as it is there."""
    file = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False, isolation_level=None
    )
    file.executescript(
        "PRAGMA mmap_size = 1073741824; CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', 'words', 'row');"
    )
    return file
