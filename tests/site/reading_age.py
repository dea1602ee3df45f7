"""How old a reader has to be to read a text with ease."""

import re
from collections.abc import Iterable

_SCHOOL = 5
"""A child is so much older than the grade of the school that it begins."""


def grade(letters: int, words: int, sentences: int) -> float:
    """The grade of an American school whose pupils read it, by the index of Coleman and Liau.

    M. Coleman and T. L. Liau, A computer readability formula designed for machine scoring, Journal of Applied
    Psychology 60 (1975): 283-284. It counts letters, not syllables, so that nothing has to be guessed.
    """
    return 0.0588 * 100 * letters / words - 0.296 * 100 * sentences / words - 15.8


def reading_age(texts: Iterable[str]) -> float:
    """Of sentences of ours; what is filled in counts as one short word, and a heading as no sentence."""
    sentences = [one for text in texts for one in _sentences(text)]
    words = [word for one in sentences for word in re.findall(r"[^\W_][\w'’-]*", one)]
    letters = sum(letter.isalnum() for word in words for letter in word)
    return grade(letters, len(words), len(sentences)) + _SCHOOL


def _sentences(text: str) -> list[str]:
    plain = re.sub(r"<[^>]+>", "", re.sub(r"%\(\w+\)s", "10", text))
    return [one for one in re.split(r"(?<=[.?!:;])\s+", plain) if one.rstrip().endswith((".", "?", "!", ":", ";"))]
