"""What is compared of two organisations, and at which level they agree. Every comparison is the same either way."""

import re
from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from rapidfuzz import fuzz

from candour.care.organisation_name import normalise
from candour.care.who_is_who.name import COMPANIES, PUBLIC_BODIES, Name
from candour.care.who_is_who.party import Party
from candour.care.who_is_who.rarity import Rarity

SHARED = ("18 bits or more", "14 to 18 bits", "11 to 14 bits", "8 to 11 bits", "5 to 8 bits", "fewer than 5 bits")
CONFLICT = ("none or fewer than 9 bits", "9 bits or more")
EXTRA = ("none", "some")
SPELLING = (
    "the same legal name",
    "one says the other in full",
    "the same",
    "one begins with the other",
    "otherwise",
)
FORM = ("the same", "not said by both", "two company names", "different")
WHERE = (
    "same postcode",
    "same postcode district",
    "same town or council",
    "unknown",
    "elsewhere, one in many places",
    "elsewhere",
)

LEVELS = {
    "shared words": SHARED,
    "words in conflict": CONFLICT,
    "words of one alone": EXTRA,
    "spelling": SPELLING,
    "legal form": FORM,
    "where": WHERE,
}
"""Every comparison with its levels, the one that speaks most for the same organisation first."""


_PARTS = re.compile(r"\s+[-–—:]\s+|[,;/|]")
_FORMAL = COMPANIES | PUBLIC_BODIES
_A_RARE_WORD = 9.0
_ALIKE = 84
"""Percent of letters from which on two words are taken for one with a slip in it."""
_MANY = 4
"""Postcode districts from which on an organisation works in many places; of words of places twice as many."""


class NameCompared(NamedTuple):
    """The level of each comparison of two names, and the words that both have and that only one has."""

    levels: tuple[str, str, str, str, str]
    both: tuple[str, ...]
    only_a: tuple[str, ...]
    only_b: tuple[str, ...]


def compare_names(a: Name, b: Name, rarity: Rarity, places: frozenset[str] = frozenset()) -> NameCompared:
    """Compare two names word by word. `places` are where either is: a branch's name may say its town."""
    both, only_a, only_b = _aligned(a, b)
    shared = _bits(both, rarity)
    alone_a, alone_b = _bits(only_a, rarity), _bits(only_b, rarity)
    conflict = min(alone_a, alone_b)
    if conflict:
        extra = max(alone_a, alone_b) - conflict
    else:
        extra = _bits((word for word in chain(only_a, only_b) if word not in places), rarity)
    spelling = _spelling(a, b)
    levels = (
        _from_above(shared, (18, 14, 11, 8, 5), SHARED),
        CONFLICT[conflict >= _A_RARE_WORD],
        EXTRA[extra > 0],
        spelling,
        _form(a, b, bool(only_a or only_b) and spelling != "one says the other in full"),
    )
    return NameCompared(levels, both, only_a, only_b)


def compare_where(a: Party, b: Party) -> str:
    """Where the two are: the nearest that any of their postcodes, towns and councils come to each other."""
    if not a.postcodes.isdisjoint(b.postcodes):
        return "same postcode"
    if not _districts(a.postcodes).isdisjoint(_districts(b.postcodes)):
        return "same postcode district"
    if not a.places.isdisjoint(b.places):
        return "same town or council"
    if not ((a.postcodes and b.postcodes) or (a.places and b.places)):
        return "unknown"
    return "elsewhere, one in many places" if _in_many_places(a) or _in_many_places(b) else "elsewhere"


def _in_many_places(party: Party) -> bool:
    return len(_districts(party.postcodes)) >= _MANY or len(party.places) >= 2 * _MANY


def _aligned(a: Name, b: Name) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Words that both have, in any order, and what is left of either; words may differ by a letter."""
    if a.joined == b.joined:
        return min(a.words, b.words), (), ()
    in_b = set(b.words)
    both = [word for word in a.words if word in in_b]
    in_both = set(both)
    only_a = [word for word in a.words if word not in in_both]
    only_b = [word for word in b.words if word not in in_both]
    for _, one, other in sorted(_alike(only_a, only_b), key=_either_way, reverse=True):
        if one in only_a and other in only_b:
            only_a.remove(one)
            only_b.remove(other)
            both.append(min(one, other))
    return tuple(both), tuple(only_a), tuple(only_b)


def _either_way(alike: tuple[float, str, str]) -> tuple[float, str, str]:
    likeness, one, other = alike
    return likeness, min(one, other), max(one, other)


def _alike(only_a: list[str], only_b: list[str]) -> Iterable[tuple[float, str, str]]:
    for one in only_a:
        for other in only_b:
            if len(one) > 3 and len(other) > 3 and (likeness := fuzz.ratio(one, other)) >= _ALIKE:
                yield likeness, one, other


def _bits(words: Iterable[str], rarity: Rarity) -> float:
    return sum(map(rarity.bits, words))


def _spelling(a: Name, b: Name) -> str:
    if a.whole == b.whole and a.form == b.form and a.form in _FORMAL:
        return "the same legal name"
    if a.joined == b.joined:
        return "the same"
    if _says_in_full(a, b) or _says_in_full(b, a):
        return "one says the other in full"
    if _begins_with(a.words, b.words) or _begins_with(b.words, a.words):
        return "one begins with the other"
    return "otherwise"


def _says_in_full(longer: Name, shorter: Name) -> bool:
    """Whether a name gives that of a company or public body with its form: "Acme Care Ltd - Leeds Branch"."""
    if shorter.form not in _FORMAL or f" {shorter.whole} " not in f" {longer.whole} ":
        return False
    parts = (longer.whole, *map(normalise, _PARTS.split(longer.said)))
    return any(f"{part} ".startswith(f"{shorter.whole} ") for part in parts)


def _begins_with(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    return longer[: len(shorter)] == shorter


def _form(a: Name, b: Name, other_words: bool) -> str:
    if (a.form in PUBLIC_BODIES) != (b.form in PUBLIC_BODIES):
        return "different"
    if not a.form or not b.form:
        return "not said by both"
    if a.form != b.form or (other_words and a.form == "individual"):
        return "different"
    return "two company names" if other_words and a.form in COMPANIES else "the same"


def _districts(postcodes: frozenset[str]) -> set[str]:
    return {postcode[:-3] for postcode in postcodes}


def _from_above(measure: float, limits: tuple[float, ...], levels: tuple[str, ...]) -> str:
    return next((level for limit, level in zip(limits, levels, strict=False) if measure >= limit), levels[-1])
