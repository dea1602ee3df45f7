"""The indexes of one version of the tables, opened to be asked."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from threading import Lock

import msgspec
from rapidfuzz import fuzz, process

from candour.errors import NotBuiltError
from candour.warehouse.layout import REGISTERS_PART
from candour.warehouse.words.file import FILE
from candour.warehouse.words.process_index import ProcessIndex
from candour.warehouse.words.registered_index import RegisteredIndex

_ALIKE = 72
"""Two words are alike when so many of a hundred letters are the same and in order, as rapidfuzz counts it."""


class OpenedWords:
    """The indexes of a version, opened when they are first asked: most questions need the tables alone."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._opening = Lock()
        self._words: Words | None = None

    @property
    def opened(self) -> "Words":
        """The indexes. Raises NotBuiltError where the version has none."""
        with self._opening:
            if self._words is None:
                self._words = Words(self._folder)
            return self._words

    def close(self) -> None:
        """Let go of them, if they were asked."""
        if self._words:
            self._words.close()


class CouncilNamed(msgspec.Struct, frozen=True):
    """A buyer, or an area of locations, as it is named there; `code` where it is known to be a council."""

    name: str
    code: str | None
    processes: int = 0
    locations: int = 0


class Words:
    """What was written beside the tables in the folder of a version. Raises NotBuiltError where nothing was."""

    def __init__(self, folder: Path) -> None:
        paths = sorted(folder.glob(f"*/{FILE}"))
        if not paths:
            raise NotBuiltError("these tables have no index of words; `candour build` makes them anew with one")
        self.processes = ProcessIndex([path for path in paths if path.parent.name != REGISTERS_PART])
        self.registered = RegisteredIndex([path for path in paths if path.parent.name == REGISTERS_PART])

    def alike(self, word: str) -> str | None:
        """The word of names and notices that is most like one that nothing has, spelled with the same first letter.

        Of those that are equally alike, the most frequent.
        """
        counts: dict[str, int] = {}
        for known, number in (*self.registered.words_from(word[:1]), *self.processes.words_from(word[:1])):
            counts[known] = counts.get(known, 0) + number
        close = process.extract(word, counts.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=20)
        best = max(close, key=lambda found: (round(found[1]), counts[found[0]]), default=None)
        return best[0] if best else None

    @cached_property
    def councils(self) -> tuple[CouncilNamed, ...]:
        """Every buyer and every area of the registers, with what is known there, by name."""
        return tuple(sorted(self._councils(), key=lambda council: council.name))

    def close(self) -> None:
        """Let go of the files."""
        self.processes.close()
        self.registered.close()

    def _councils(self) -> Iterator[CouncilNamed]:
        bought: dict[tuple[str, str | None], int] = {}
        for file in self.processes.files:
            for name, code, number in file.execute("SELECT name, council_code, processes FROM buyer"):
                bought[name, code] = bought.get((name, code), 0) + number
        for (name, code), number in bought.items():
            yield CouncilNamed(name, code, processes=number)
        for file in self.registered.files:
            for name, code, number in file.execute("SELECT name, code, locations FROM council"):
                yield CouncilNamed(name, code, locations=number)
