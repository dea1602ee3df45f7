"""The indexes of one version of the tables, opened to be asked."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from threading import Lock
from types import MappingProxyType

import msgspec

from candour.care.councils import calls_itself_a_council
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


class Area(msgspec.Struct, frozen=True):
    """How much there is of one council."""

    processes: int
    locations: int


class Words:
    """What was written beside the tables in the folder of a version. Raises NotBuiltError where nothing was."""

    def __init__(self, folder: Path) -> None:
        paths = sorted(folder.glob(f"*/{FILE}"))
        if not paths:
            raise NotBuiltError("these tables have no index of words; `candour build` makes them anew with one")
        self.processes = ProcessIndex([path for path in paths if path.parent.name != REGISTERS_PART])
        self.registered = RegisteredIndex([path for path in paths if path.parent.name == REGISTERS_PART])

    def known(self, word: str) -> bool:
        """Whether any name or notice has the word, or a word that begins like it."""
        return self.registered.begins(word) or self.processes.begins(word)

    def alike(self, word: str, more: Mapping[str, int] = MappingProxyType({})) -> str | None:
        """The word of names and notices, or of `more`, that is most like one that nothing has.

        Only words with the same first letter are looked at. Of those that are equally alike, the most frequent.
        """
        from rapidfuzz import fuzz, process  # takes long to load, for those who spell as others do

        counts = Counter({known: number for known, number in more.items() if known.startswith(word[:1])})
        for known, number in (*self.registered.words_from(word[:1]), *self.processes.words_from(word[:1])):
            counts[known] += number
        close = process.extract(word, counts.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=20)
        best = max(close, key=lambda found: (round(found[1]), counts[found[0]]), default=None)
        return best[0] if best else None

    @cached_property
    def areas(self) -> Mapping[str, Area]:
        """What there is of every buyer and every area of the registers: by GSS code, else by name.

        Those without a code are there only where they call themselves councils.
        """
        counts: dict[str, list[int]] = {}
        for at, (name, code, number) in self._named():
            if code or calls_itself_a_council(name):
                counts.setdefault(code or name, [0, 0])[at] += number
        return {key: Area(*both) for key, both in counts.items()}

    def close(self) -> None:
        """Let go of the files."""
        self.processes.close()
        self.registered.close()

    def _named(self) -> Iterator[tuple[int, tuple[str, str | None, int]]]:
        for file in self.processes.files:
            yield from ((0, row) for row in file.execute("SELECT name, council_code, processes FROM buyer"))
        for file in self.registered.files:
            yield from ((1, row) for row in file.execute("SELECT name, code, locations FROM council"))
