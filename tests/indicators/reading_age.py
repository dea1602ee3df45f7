"""How old one must be to read a text with ease, roughly."""

import re

_VOWELS = re.compile(r"[aeiouy]+")


def syllables(word: str) -> int:
    """Groups of vowels; a silent e at the end does not count, nor does that of -ed after most consonants."""
    word = re.sub(r"[^a-z]", "", word.lower())
    silent = (word.endswith("e") and not word.endswith(("le", "ee"))) or re.search(r"[^td]ed$|[^scxz]es$", word)
    return max(1, len(_VOWELS.findall(word)) - bool(silent))


def reading_age(text: str) -> float:
    """The Flesch-Kincaid grade, plus the five years at which the first grade begins.

    J. P. Kincaid and others, "Derivation of new readability formulas for Navy enlisted personnel" (1975).
    """
    sentences = max(1, len(re.findall(r"[.?!](?:\s|$)", text)))
    words = re.findall(r"[A-Za-z’']+", text)
    return 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59 + 5
