"""How probable it is that two are the same organisation, from name and place, and why."""

import msgspec

from candour.care.who_is_who.comparisons import LEVELS, NameCompared, compare_names, compare_where
from candour.care.who_is_who.model import MODEL, probability
from candour.care.who_is_who.name import COMPANIES
from candour.care.who_is_who.party import Party
from candour.care.who_is_who.rarity import Rarity

_POINTS = MODEL.comparisons
_OF_NAMES = tuple(LEVELS)[:-1]
_ONE_EACH = ("GB-COH", "GB-CHC", "GB-SC", "GB-NIC")
"""Registers in which an organisation has one number: two numbers are two organisations."""


class Score(msgspec.Struct, frozen=True):
    """`probability` is 0 to 1; `reasons` say in words what counted, with the points each adds, and where both are."""

    probability: float
    points: float
    reasons: tuple[str, ...]


class Compared(msgspec.Struct, frozen=True):
    """The level that two parties reach in each comparison, for their two names that are most alike."""

    names: tuple[str, str]
    name: NameCompared
    where: str
    different_numbers: bool

    two_companies: bool

    def levels(self) -> dict[str, str]:
        """Level by comparison. Two companies that trade under one name are still two."""
        levels = dict(zip(LEVELS, (*self.name.levels, self.where), strict=True))
        if self.two_companies and levels["legal form"] != "different":
            levels["legal form"] = "two company names"
        return levels


def compare(a: Party, b: Party, rarity: Rarity) -> Compared | None:
    """Compare two parties by the two of their names that speak most for one organisation; None without a name."""
    places = a.places | b.places
    best: tuple[float, tuple[str, str], NameCompared] | None = None
    for one in a.names:
        for other in b.names:
            compared = compare_names(one, other, rarity, places)
            points = sum(_POINTS[name][level] for name, level in zip(_OF_NAMES, compared.levels, strict=True))
            if best is None or (points, sorted((one.said, other.said))) > (best[0], sorted(best[1])):
                best = (points, (one.said, other.said), compared)
    if best is None:
        return None
    return Compared(best[1], best[2], compare_where(a, b), _different_numbers(a, b), _two_companies(a, b))


def score(a: Party, b: Party, rarity: Rarity) -> Score:
    """The probability that two parties are one organisation, or one is a location of the other.

    Numbers that both have in common are not looked at here; `links.py` takes those first.
    """
    compared = compare(a, b, rarity)
    if compared is None:
        return Score(0.0, -float("inf"), ("one of the two has no name",))
    reasons = []
    points = MODEL.before_any_comparison
    for name, level in compared.levels().items():
        added = _POINTS[name][level]
        points += added
        if added or name == "where":
            reasons.append(f"{_said(name, level, compared)} ({added:+.1f})")
    if compared.different_numbers:
        points += MODEL.different_numbers
        reasons.append(f"their numbers in a register differ ({MODEL.different_numbers:+.1f})")
    return Score(round(probability(points), 4), round(points, 4), tuple(reasons))


def _two_companies(a: Party, b: Party) -> bool:
    """Whether both have names of companies, and no name of the one is, or is said in full by, one of the other."""
    of_a = [name for name in a.names if name.form in COMPANIES]
    of_b = [name for name in b.names if name.form in COMPANIES]
    return bool(of_a and of_b) and not any(
        one.joined == other.joined or one.whole in other.whole or other.whole in one.whole
        for one in of_a
        for other in of_b
    )


def _said(name: str, level: str, compared: Compared) -> str:
    words = {
        "shared words": compared.name.both,
        "words in conflict": (*compared.name.only_a, "/", *compared.name.only_b),
        "words of one alone": (*compared.name.only_a, *compared.name.only_b),
    }.get(name, ())
    shown = " ".join(words)
    return f"{name}: {level}" + (f" [{shown}]" if shown else "")


def _different_numbers(a: Party, b: Party) -> bool:
    if not a.identifiers or not b.identifiers or not a.identifiers.isdisjoint(b.identifiers):
        return False
    return any(_has(a, scheme) and _has(b, scheme) for scheme in _ONE_EACH)


def _has(party: Party, scheme: str) -> bool:
    return any(number.startswith(scheme + "-") for number in party.identifiers)
