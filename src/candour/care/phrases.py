"""Finding any of a list of phrases in titles and descriptions, fast enough to do it for millions of them."""

import html
import re
from collections.abc import Iterable
from functools import cached_property

_WORD = re.compile(r"[^\W_]+")
_SEPARATOR = r"[\W_]+"
_APOSTROPHE = re.compile(r"['’‘`]")
_IN_MANY_TITLES = frozenset({"service", "support", "supply", "system", "management", "community", "maintenance"})
_SHORT = 250
"""Characters up to which looking for a text's words is quicker than looking for each phrase's rarest word."""


def readable(text: str) -> str:
    """A text in lower case, its HTML entities resolved and its apostrophes left out, as `Phrases` wants it."""
    if "&" in text and ";" in text:
        text = html.unescape(text)
    text = text.lower()
    if text.isascii():
        return text.replace("'", "") if "'" in text else text
    return _APOSTROPHE.sub("", text).replace("â", "a").replace("ŷ", "y")


class Phrases:
    """A list of phrases in the singular; finds them in the singular and the plural, with any punctuation between."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
        self._words = frozenset(form for phrase in self._phrases for form in (_rarest(phrase), _rarest(phrase) + "s"))

    # Patterns take long to compile: those who look for nothing do not wait for them.

    @cached_property
    def _any(self) -> re.Pattern[str]:
        return re.compile(r"\b(?:" + "|".join(_pattern(phrase) for phrase in self._phrases) + ")")

    @cached_property
    def _by_word(self) -> dict[str, list[re.Pattern[str]]]:
        found: dict[str, list[re.Pattern[str]]] = {}
        for phrase in self._phrases:
            found.setdefault(_rarest(phrase), []).append(re.compile(_pattern(phrase)))
        return found

    def search(self, text: str) -> re.Match[str] | None:
        """Where one of the phrases stands in a `readable` text, or None."""
        if len(text) > _SHORT:
            return self._search_long(text)
        return self._any.search(text) if self.may_stand_in(text) else None

    def may_stand_in(self, text: str) -> bool:
        """Whether searching is worth the while: false only where none of the phrases is found."""
        return len(text) > _SHORT or not self._words.isdisjoint(_WORD.findall(text))

    def _search_long(self, text: str) -> re.Match[str] | None:
        """One phrase at a time: a pattern that begins with letters is looked for many times faster than a choice."""
        for rarest, patterns in self._by_word.items():
            if rarest in text:
                for pattern in patterns:
                    for found in pattern.finditer(text):
                        if found.start() == 0 or not text[found.start() - 1].isalnum():
                            return found
        return None

    def first(self, text: str) -> str | None:
        """One of the phrases as it stands in a `readable` text, or None."""
        found = self.search(text)
        return found[0] if found else None

    def blanked(self, text: str) -> str:
        """The text without the phrases."""
        return self._any.sub(" · ", text)


def _rarest(phrase: str) -> str:
    """The longest word, the last of several, but not one that stands in every second title."""
    return max(reversed(phrase.split()), key=lambda word: (word not in _IN_MANY_TITLES, len(word)))


def _pattern(phrase: str) -> str:
    return _SEPARATOR.join(re.escape(word) + "s?" for word in phrase.split()) + r"\b"
