"""What two titles have in common, and what shows that they are about two purchases: a lot, a year, a place."""

import re
from collections.abc import Iterator

import msgspec
from rapidfuzz import fuzz

from candour.care.organisation_name import plain

_SAY_NOTHING = frozenset(
    {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "under", "via", "its"}
    | {"award", "awarded", "notice", "contract", "contracts", "tender", "tenders", "procurement", "opportunity", "re"}
    | {"provision", "provide", "providing", "supply", "service", "services", "agreement", "retender", "uk", "gb"}
    | {"ltr", "light", "touch", "regime"}
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NUMBERED = re.compile(
    r"\b(lot|phase|round|window|tranche|part|stage|cohort|batch|area|zone|locality|year|wave|package|cluster)s?\W{0,3}"
    r"(?:no\.?\s*|number\s*)?(\d{1,3}|[a-h]|i{1,3}|iv|v)\b"
)
_WHERE = frozenset({"north", "northern", "south", "southern", "east", "eastern", "west", "western", "central"})
_WHOM = frozenset(
    {"adult", "children", "child", "young", "youth", "older", "elderly", "disabled", "disability", "disabilitie"}
    | {"dementia", "autism", "mental", "learning", "sensory", "men", "women", "male", "female", "family", "familie"}
    | {"plant", "oedolion", "hyn"}
)
_SAME_WORD = 85
"""From this similarity (0-100, rapidfuzz) on, two words are one word with a slip of the pen."""


class Title(msgspec.Struct, frozen=True):
    """A title taken apart: the words that say what is bought, reference codes, years, numbered parts.

    `key` holds the words in alphabetical order, equal for titles that differ only in order
    and in words that say nothing.
    """

    key: str
    words: tuple[str, ...]
    codes: frozenset[str]
    years: tuple[str, ...]
    numbered: frozenset[tuple[str, str]]
    numbers: frozenset[str]


def take_apart(title: str, buyer_words: frozenset[str] = frozenset()) -> Title:
    """A title without the buyer's own name and without words that every notice has."""
    text = plain(title)
    all_words = text.split()
    codes = frozenset(word for word in all_words if _is_code(word))
    words = tuple(
        _singular(word)
        for word in all_words
        if word not in _SAY_NOTHING and word not in buyer_words and not any(letter.isdigit() for letter in word)
    )
    words = words or tuple(_singular(word) for word in all_words if word not in codes)
    return Title(
        key=" ".join(sorted(set(words))),
        words=words,
        codes=codes,
        years=tuple(_YEAR.findall(text)),
        numbered=frozenset((found[0], found[1]) for found in _NUMBERED.findall(text)),
        numbers=frozenset(word for word in all_words if word.isdigit() and len(word) < 4),
    )


def similarity(one: str, other: str) -> float:
    """How alike two titles' keys are, 0 to 100: half for the same words, half for nothing beside them."""
    return (fuzz.token_sort_ratio(one, other) + fuzz.token_set_ratio(one, other)) / 2


def differences(one: Title, other: Title) -> Iterator[tuple[float, str]]:
    """What speaks against one purchase, each with its points (below zero)."""
    yield from _numbered_differently(one, other)
    if one.years and other.years and one.years[0] != other.years[0]:
        yield -8, f"the titles name different years ({one.years[0]}, {other.years[0]})"
    for names, points in ((_WHERE, -8), (_WHOM, -5)):
        if only := names.intersection(one.words) ^ names.intersection(other.words):
            yield points, f'only one title says "{" ".join(sorted(only))}"'
    if one.numbers and other.numbers and one.numbers.isdisjoint(other.numbers):
        yield -2, "the titles have different numbers"
    lacking, adding = _left_over(one, other), _left_over(other, one)
    if lacking and adding:
        yield -3, f'one title says "{" ".join(lacking)}", the other "{" ".join(adding)}"'
    elif lacking or adding:
        yield -0.5, f'only one title says "{" ".join(lacking or adding)}"'


def _numbered_differently(one: Title, other: Title) -> Iterator[tuple[float, str]]:
    if one.numbered == other.numbered:
        return
    what = ", ".join(sorted(f"{name} {number}" for name, number in one.numbered ^ other.numbered))
    if {name for name, _ in one.numbered} & {name for name, _ in other.numbered}:
        yield -8, f"the titles name different parts ({what})"
    else:
        yield -7, f"only one title names a part ({what})"


def _left_over(one: Title, other: Title) -> list[str]:
    """The words of one title that the other does not have, not even misspelled."""
    return [
        word
        for word in dict.fromkeys(one.words)
        if word not in other.words
        and word not in _WHERE
        and word not in _WHOM
        and not any(fuzz.ratio(word, known) >= _SAME_WORD for known in other.words)
    ]


def _is_code(word: str) -> bool:
    """A reference like "cbc2074" or "131445", not a year and not a small number."""
    digits = sum(letter.isdigit() for letter in word)
    if digits == len(word):
        return digits >= 5
    return digits >= 2 and len(word) >= 5


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
