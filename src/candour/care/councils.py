"""The councils of the four nations: their codes, names and dates, and which council took over from which."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path

import msgspec

from candour.care.organisation_name import plain


class Council(msgspec.Struct, frozen=True):
    """One council. `start` and `end` are its first and last day, None when unknown or not ended.

    `social_care` says whether it has (or had) the duty to provide adult social care: counties, single-tier councils
    and London boroughs have it, districts do not, and in Northern Ireland health and social care trusts have it.
    `county` is the organisation id of the county that a district lies in.
    """

    organisation_id: str
    gss: str
    name: str
    kind: str
    nation: str
    region: str
    county: str
    social_care: bool
    start: date | None
    end: date | None
    other_gss: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()


class Succession(msgspec.Struct, frozen=True):
    """`new` took over from `old`, or from part of it, on `date`."""

    old: Council
    new: Council
    date: date


class LookUp(msgspec.Struct, frozen=True):
    """The council that was found, or None; and how, or why not."""

    council: Council | None
    reason: str


_FOLDER = Path(__file__).parent
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
}
_KIND_MAY_BE_CALLED = {
    "county": frozenset({"county"}),
    "unitary": frozenset({"city", "county", "borough", "district", "royal", "unitary"}),
    "metropolitan borough": frozenset({"city", "borough", "district", "metropolitan"}),
    "London borough": frozenset({"city", "borough", "london", "royal"}),
    "district": frozenset({"city", "borough", "district", "royal"}),
    "City of London": frozenset({"city", "corporation", "london"}),
    "Scottish council": frozenset({"city", "islands"}),
    "Welsh council": frozenset({"city", "county", "borough", "sir", "dinas", "bwrdeistref", "sirol"}),
    "Northern Ireland district": frozenset({"city", "borough", "district"}),
}
_PARTS = re.compile(r"\s+[-–—:]\s+|[,;()/|]|\bon behalf of\b|\bacting (?:through|as)\b", re.IGNORECASE)
_SAYS_COUNCIL = re.compile(r"\b(?:councils?|cyngor|comhairle|borough|county|mbc|mdc|cbc|lbc|corporation)\b")
_GSS = re.compile(r"[ESWN]\d{8}")
_JOINING_WORDS = frozenset({"of", "the", "and"})


def all_councils() -> tuple[Council, ...]:
    """Every council in the table, also those that have ended."""
    return tuple(_by_id().values())


def find(text: str) -> Council | None:
    """The council of this name, organisation id (GB-LAE-…) or GSS code; None where none or several could be meant."""
    return look_up(text).council


def look_up(text: str) -> LookUp:
    """As `find`, with how it was found or why it was not."""
    text = text.strip()
    if text[:3].upper() == "GB-":
        council = by_organisation_id(text.upper())
        return LookUp(council, "organisation id" if council else f"no council has the organisation id {text}")
    if _GSS.fullmatch(text.upper()):
        council = _by_gss().get(text.upper())
        return LookUp(council, "GSS code" if council else f"no council has the GSS code {text}")
    return find_by_name(text)


def by_organisation_id(organisation_id: str) -> Council | None:
    """The council with this organisation id, written as in the table."""
    return _by_id().get(organisation_id)


@lru_cache(maxsize=50_000)
def find_by_name(name: str) -> LookUp:
    """The council that a buyer's name means.

    First the whole name as it is spelled in the table; then the place without words like "borough council", where
    they do not contradict the kind of council; then the same for parts of the name, as in "Fictional Council - Adult
    Services". Several councils of one place (Somerset, before and after 2023) are never guessed between.
    """
    whole = _look_up_words(_spelled(name))
    if whole.council is not None:
        return whole
    parts = [part for part in _PARTS.split(name) if part and _SAYS_COUNCIL.search(plain(part))]
    found = {council for part in parts if (council := _look_up_words(_spelled(part)).council) is not None}
    if len(found) == 1:
        return LookUp(found.pop(), "part of the name")
    if len(found) > 1:
        return LookUp(None, _several(found))
    return whole


def predecessors(council: Council) -> tuple[Succession, ...]:
    """The councils that this one took over from, wholly or in part. The table begins in 2015."""
    return tuple(known for known in _successions() if known.new == council)


def successors(council: Council) -> tuple[Succession, ...]:
    """The councils that took over from this one, wholly or in part; empty while it lives."""
    return tuple(known for known in _successions() if known.old == council)


def _look_up_words(words: tuple[str, ...]) -> LookUp:
    exact = _by_spelling().get(" ".join(words), frozenset())
    if len(exact) == 1:
        return LookUp(next(iter(exact)), "name")
    place = _place(words)
    said = _WORDS_OF_KIND.intersection(words) - {"council", "cyngor"} - set(place.split())
    candidates = {council for council in _by_place().get(place, ()) if said <= _KIND_MAY_BE_CALLED[council.kind]}
    if said and len(candidates) > 1:
        candidates = {council for council in candidates if said <= set(_spelled(council.name))} or candidates
    if len(candidates) == 1 and _says_a_council(words, place):
        return LookUp(candidates.pop(), "name without words like borough and council")
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
def _by_id() -> dict[str, Council]:
    return {row["organisation_id"]: _council(row) for row in _rows("councils.csv")}


@lru_cache(maxsize=1)
def _by_gss() -> dict[str, Council]:
    return {code: known for known in all_councils() for code in (known.gss, *known.other_gss) if code}


@lru_cache(maxsize=1)
def _by_spelling() -> dict[str, frozenset[Council]]:
    return _index(lambda known: {" ".join(_spelled(name)) for name in (known.name, *known.other_names)})


@lru_cache(maxsize=1)
def _by_place() -> dict[str, frozenset[Council]]:
    return _index(lambda known: {_place(_spelled(name)) for name in (known.name, *known.other_names)})


def _index(keys: Callable[[Council], set[str]]) -> dict[str, frozenset[Council]]:
    index: dict[str, set[Council]] = {}
    for known in all_councils():
        for key in keys(known) - {""}:
            index.setdefault(key, set()).add(known)
    return {key: frozenset(found) for key, found in index.items()}


@lru_cache(maxsize=1)
def _successions() -> tuple[Succession, ...]:
    known = _by_id()
    return tuple(
        Succession(known[row["old"]], known[row["new"]], date.fromisoformat(row["date"]))
        for row in _rows("council_successions.csv")
    )


def _council(row: dict[str, str]) -> Council:
    return Council(
        organisation_id=row["organisation_id"],
        gss=row["gss"],
        name=row["name"],
        kind=row["kind"],
        nation=row["nation"],
        region=row["region"],
        county=row["county"],
        social_care=row["social_care"] == "yes",
        start=date.fromisoformat(row["start"]) if row["start"] else None,
        end=date.fromisoformat(row["end"]) if row["end"] else None,
        other_gss=tuple(filter(None, row["other_gss"].split("|"))),
        other_names=tuple(filter(None, row["other_names"].split("|"))),
    )


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(line for line in lines if not line.startswith("#"))
