"""Kinds of care that some write in one word and others in two: home care and homecare."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from candour.care.service_type import DEFINITIONS


def joined(words: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Each two neighbours as one word, with the place of the first."""
    for at, (first, second) in enumerate(pairwise(words)):
        yield at, first + second


def parts(word: str) -> tuple[str, str] | None:
    """The two words that a word is made of; None where it is no kind of care of two words."""
    return _in_one().get(word)


@cache
def _in_one() -> dict[str, tuple[str, str]]:
    said = (tuple(phrase.split()) for known in DEFINITIONS.values() for phrase in known.words)
    return {"".join(words): (words[0], words[1]) for words in said if len(words) == 2}
