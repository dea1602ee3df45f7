"""One index, in one file or in a file for each bucket: which words it has, and how many things have them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from candour.warehouse.words.compounds import joined, parts
from candour.warehouse.words.file import opened
from candour.warehouse.words.sought import Sought

COUNTED = 10_000
"""No more are counted: whoever finds so many needs other words, and counting all of them would take a second."""
_COUNT = "SELECT COUNT(*) FROM (SELECT 1 FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ? LIMIT ?)"
EVERY = (-1, 2**62)
"""From the first number to the last."""


class Index:
    """The files of an index.

    Words are given as `candour.care.organisation_name.plain` leaves them: letters and digits without accents. A word
    is found whole, in the singular or plural; where nothing has it, it is found as the beginning of other words.
    """

    def __init__(self, paths: Sequence[Path]) -> None:
        self.files = [opened(path) for path in paths]

    def expression(self, words: Sequence[str]) -> str:
        """All of the words, as FTS5 is asked for them; empty where nothing has one of them."""
        ways = [self._all(words)]
        for at, one in joined(words):
            if self.knows(one):
                ways.append(self._all((*words[:at], one, *words[at + 2 :])))
        return " OR ".join(f"({way})" for way in ways if way)

    def knows(self, word: str) -> bool:
        """Whether anything has the word, whole."""
        sql = "SELECT 1 FROM vocabulary WHERE term = ?"
        return any(file.execute(sql, (word,)).fetchone() for file in self.files)

    def begins(self, word: str) -> bool:
        """Whether a word of anything begins like this."""
        sql = "SELECT 1 FROM vocabulary WHERE term >= ? AND term < ? LIMIT 1"
        return any(file.execute(sql, (word, f"{word}~")).fetchone() for file in self.files)

    def words_from(self, beginning: str) -> Iterator[tuple[str, int]]:
        """The words that begin like this, each with how many have it, file by file."""
        sql = "SELECT term, doc FROM vocabulary WHERE term >= ? AND term < ?"
        for file in self.files:
            yield from file.execute(sql, (beginning, f"{beginning}~"))

    def count(self, sought: Sought, bounds: Sequence[tuple[int, int]] | None = None) -> int:
        """How many have what is sought, up to `COUNTED`.

        `bounds` are the first and last number that count, for each file.
        """
        counted = 0
        for file, bound in zip(self.files, bounds or [EVERY] * len(self.files), strict=True):
            if sought.anywhere and counted < COUNTED:
                counted += file.execute(_COUNT, (sought.anywhere, *bound, COUNTED - counted)).fetchone()[0]
        return counted

    def close(self) -> None:
        """Let go of the files."""
        for file in self.files:
            file.close()

    def _all(self, words: Sequence[str]) -> str:
        said = [self._one(word) for word in words]
        return " AND ".join(said) if all(said) else ""

    def _one(self, word: str) -> str:
        """A word and what may stand in its place; empty where nothing has any of them."""
        ways = [f'"{form}"' for form in (word, *_other_number(word)) if self.knows(form)]
        if two := parts(word):
            ways.append(f'("{two[0]}" AND "{two[1]}")')
        if not ways and self.begins(word):
            ways.append(f'"{word}" *')
        return f"({' OR '.join(ways)})" if ways else ""


def _other_number(word: str) -> Iterator[str]:
    """The plural of a word in the singular, or the other way round."""
    if len(word) > 2 and word.isalpha():
        yield word[:-1] if word.endswith("s") else f"{word}s"
