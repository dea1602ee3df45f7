"""Finding a council of the four nations by its name, organisation id or GSS code, without guessing."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache

import msgspec

from candour.care.council_table import (
    Council,
    Succession,
    all_councils,
    by_cassr,
    by_gss,
    by_organisation_id,
    predecessors,
    successors,
)
from candour.care.organisation_name import plain

__all__ = [
    "LATER_PART",
    "Council",
    "LookUp",
    "Succession",
    "all_councils",
    "by_cassr",
    "by_gss",
    "by_organisation_id",
    "calls_itself_a_council",
    "find",
    "find_by_name",
    "look_up",
    "predecessors",
    "successors",
]


class LookUp(msgspec.Struct, frozen=True):
    """The council that was found, or None; and how, or why not."""

    council: Council | None
    reason: str


_WORDS_OF_KIND = frozenset(
    {"council", "city", "county", "borough", "district", "metropolitan", "london", "royal", "unitary", "corporation"}
    | {"cyngor", "sir", "dinas", "bwrdeistref", "sirol", "islands"}
)
_ABBREVIATIONS = {
    "mbc": "metropolitan borough council",
    "mdc": "metropolitan district council",
    "lbc": "london borough council",
    "lb": "london borough",
    "rb": "royal borough",
    "cbc": "county borough council",
    "cc": "council",
    "bc": "borough council",
    "dc": "district council",
    "cncl": "council",
    "ua": "unitary",
    "boro": "borough",
}
_KIND_MAY_BE_CALLED = {
    "county": frozenset({"county"}),
    "unitary": frozenset({"city", "county", "borough", "district", "royal", "unitary"}),
    "metropolitan borough": frozenset({"city", "borough", "district", "metropolitan"}),
    "London borough": frozenset({"city", "borough", "london", "royal"}),
    "district": frozenset({"city", "borough", "district", "royal"}),
    "City of London": frozenset({"city", "corporation", "london"}),
    "Scottish council": frozenset({"city", "islands", "unitary"}),
    "Welsh council": frozenset({"unitary", "city", "county", "borough", "sir", "dinas", "bwrdeistref", "sirol"}),
    "Northern Ireland district": frozenset({"city", "borough", "district"}),
}
_PARTS = re.compile(r"\s+[-–—:]\s+|[,;()/|]|\bon behalf of\b|\bacting (?:through|as)\b", re.IGNORECASE)
_SAYS_COUNCIL = re.compile(r"\b(?:councils?|cyngor|comhairle|borough|county|city of|mbc|mdc|cbc|lbc|corporation)\b")
LATER_PART = "a later part of the name"
"""The reason of a look-up that found a council after a dash, comma or bracket: it may belong to the council only."""

_GSS = re.compile(r"[ESWN]\d{8}")
_JOINING_WORDS = frozenset({"of", "the", "and"})


def find(text: str, on: date | None = None) -> Council | None:
    """The council of this name, organisation id (GB-LAE-…) or GSS code; None where none or several could be meant.

    `on` is a day that the text speaks of: where several councils could be meant, such as Somerset's before and after
    2023, the one that stood on that day is.
    """
    return look_up(text, on).council


def look_up(text: str, on: date | None = None) -> LookUp:
    """As `find`, with how it was found or why it was not."""
    text = text.strip()
    if text[:3].upper() == "GB-":
        council = by_organisation_id(text.upper())
        return LookUp(council, "organisation id" if council else f"no council has the organisation id {text}")
    if _GSS.fullmatch(text.upper()):
        council = by_gss(text.upper())
        return LookUp(council, "GSS code" if council else f"no council has the GSS code {text}")
    return find_by_name(text, on)


@lru_cache(maxsize=50_000)
def find_by_name(name: str, on: date | None = None) -> LookUp:
    """The council that a buyer's name means.

    First the whole name as it is spelled in the table; then the place without words like "borough council", where
    they do not contradict the kind of council; then the same for parts of the name, as in "Fictional Council - Adult
    Services". Several councils of one place (Somerset, before and after 2023) are never guessed between.
    """
    whole = _look_up_words(_spelled(name), on)
    if whole.council is not None:
        return whole
    parts = [part for part in _PARTS.split(name) if part]
    found = {at: known for at, part in enumerate(parts) if (known := _council_named_in(part, on)) is not None}
    if len(set(found.values())) == 1:
        at, council = next(iter(found.items()))
        return LookUp(council, LATER_PART if at else "the first part of the name")
    if len(found) > 1:
        return LookUp(None, _several(set(found.values())))
    return whole


def calls_itself_a_council(name: str) -> bool:
    """Whether a name has a word for a council, and is not only that of a place: firms are named after places too."""
    return _SAYS_COUNCIL.search(plain(name)) is not None


def _council_named_in(part: str, on: date | None) -> Council | None:
    return _look_up_words(_spelled(part), on).council if calls_itself_a_council(part) else None


def _look_up_words(words: tuple[str, ...], on: date | None) -> LookUp:
    exact = _by_spelling().get(" ".join(words), frozenset())
    if len(exact) == 1:
        return LookUp(next(iter(exact)), "name")
    place = _place(words)
    said = _WORDS_OF_KIND.intersection(words) - {"council", "cyngor"} - set(place.split())
    candidates = {council for council in _by_place().get(place, ()) if said <= _KIND_MAY_BE_CALLED[council.kind]}
    if said and len(candidates) > 1:
        candidates = {council for council in candidates if said <= set(_spelled(council.name))} or candidates
    if not _says_a_council(words, place):
        return LookUp(None, _several(candidates) if candidates else "no council has this name")
    if len(candidates) == 1:
        return LookUp(candidates.pop(), "name without words like borough and council")
    standing = {council for council in candidates if on is not None and council.in_force(on)}
    if len(standing) == 1:
        return LookUp(standing.pop(), f"the council of this place that stood on {on}")
    if candidates:
        return LookUp(None, _several(candidates))
    return LookUp(None, "no council has this name")


def _says_a_council(words: tuple[str, ...], place: str) -> bool:
    """Whether the words are a place alone or with words for a council, and nothing else."""
    return set(words) - _WORDS_OF_KIND - _JOINING_WORDS <= set(place.split())


def _several(councils: Iterable[Council]) -> str:
    names = sorted(f"{council.name} ({council.organisation_id})" for council in councils)
    return f"it could be any of: {', '.join(names)}"


def _spelled(name: str) -> tuple[str, ...]:
    words = plain(name).split()
    while words and words[0] == "the":
        del words[0]
    return tuple(word for said in words for word in _ABBREVIATIONS.get(said, said).split())


def _place(words: tuple[str, ...]) -> str:
    """The words without those for kinds of council: "london borough of merton" → "merton"."""
    left = [word for word in words if word not in _WORDS_OF_KIND]
    while left and left[0] in _JOINING_WORDS:
        del left[0]
    while left and left[-1] in _JOINING_WORDS:
        del left[-1]
    return " ".join(left)


@lru_cache(maxsize=1)
def _by_spelling() -> dict[str, frozenset[Council]]:
    return _index(
        lambda known: {" ".join(_spelled(name)) for name in (known.name, *known.other_names, *known.seen_as)}
    )


@lru_cache(maxsize=1)
def _by_place() -> dict[str, frozenset[Council]]:
    return _index(lambda known: {_place(_spelled(name)) for name in (known.name, *known.other_names)})


def _index(keys: Callable[[Council], set[str]]) -> dict[str, frozenset[Council]]:
    index: dict[str, set[Council]] = {}
    for known in all_councils():
        for key in keys(known) - {""}:
            index.setdefault(key, set()).add(known)
    return {key: frozenset(found) for key, found in index.items()}
