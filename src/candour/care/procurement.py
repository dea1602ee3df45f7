"""Which contracting processes are the same procurement, published twice under two ocids.

Links stand beside the processes and change nothing in them: take a link away and both are as they were.
"""

import math
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Literal

import msgspec

from candour.care.procurement_title import Title, differences, similarity

THRESHOLD = 0.9
"""The score from which on two processes are linked. On the labelled pairs of the tests precision is above 0.98."""

Method = Literal["score", "reference", "a person"]


class Process(msgspec.Struct, frozen=True):
    """What of a process is compared. `buyers` are all the keys by which its buyer may be known.

    `codes` classify what is bought, `references` are the buyer's own (`tender.id` and the long numbers in it).
    `known_as` are this process's own numbers (ocid, notice numbers); `mentions` the numbers that its texts name, and
    `apart_from` those of processes that it says are others (its framework, its predecessor).
    """

    ocid: str
    publisher: str
    title: Title
    buyers: frozenset[str] = frozenset()
    published: date | None = None
    closes: date | None = None
    starts: date | None = None
    codes: frozenset[str] = frozenset()
    references: frozenset[str] = frozenset()
    amount: Decimal | None = None
    currency: str = ""
    known_as: frozenset[str] = frozenset()
    mentions: frozenset[str] = frozenset()
    apart_from: frozenset[str] = frozenset()


class Link(msgspec.Struct, frozen=True):
    """Two processes that are one procurement. `score` is 0 to 1; `reasons` say what spoke for and against it."""

    a: str
    b: str
    score: float
    reasons: tuple[str, ...]
    method: Method


_BEFORE_ANY_EVIDENCE = -4.0
_TITLES = ((97, 4.0), (90, 3.0), (80, 1.5), (70, 0.0), (0, -4.0))
_CLOSING = ((1, 3.0), (7, 1.5), (45, -1.0), (10**6, -6.0))
HOPELESS_CLOSING = 45
"""Days between two closing dates beyond which only a shared reference can still lift a score to the threshold."""

_SAME_CLOSING = 1
_PUBLISHED = ((7, 2.0), (30, 1.0), (90, -0.5), (270, -2.0), (10**6, -6.0))
_STARTING = ((1, 1.5), (31, 0.0), (180, -1.5), (10**6, -5.0))


def link(a: Process, b: Process) -> Link | None:
    """The link between two processes, or None when they score below the threshold.

    Two processes of the same publisher, or of two buyers, are linked only when one names the other. The score is
    1 / (1 + e^-points), where each piece of evidence adds its points, above zero for and below zero against.
    """
    referred = _refers(a, b) or _refers(b, a)
    if a.ocid == b.ocid or (not referred and (a.publisher == b.publisher or a.buyers.isdisjoint(b.buyers))):
        return None
    if not referred and _hopeless(a, b):
        return None
    evidence = list(_evidence(a, b, referred))
    points = _BEFORE_ANY_EVIDENCE + sum(weight for weight, _ in evidence)
    score = 1 / (1 + math.exp(-points))
    if score < THRESHOLD:
        return None
    first, second = sorted((a.ocid, b.ocid))
    reasons = tuple(f"{reason} ({weight:+g})" for weight, reason in evidence)
    return Link(first, second, round(score, 4), reasons, "reference" if referred else "score")


def _hopeless(a: Process, b: Process) -> bool:
    """Whether no other evidence can lift the two to the threshold, told from what is quickest to compare."""
    if not a.references.isdisjoint(b.references):
        return False
    closing = _days(a.closes, b.closes)
    return (closing is not None and closing > HOPELESS_CLOSING) or similarity(a.title.key, b.title.key) < 70


def _evidence(a: Process, b: Process, referred: bool) -> Iterator[tuple[float, str]]:
    if referred:
        yield 5, "one names the other"
    if not (a.apart_from.isdisjoint(b.known_as) and b.apart_from.isdisjoint(a.known_as)):
        yield -8, "one says that the other is another process"
    yield (0, "same buyer") if not a.buyers.isdisjoint(b.buyers) else (-2, "different buyers")
    alike = similarity(a.title.key, b.title.key)
    yield _first(_TITLES, alike, above=True), f"titles are {alike:.0f}% alike"
    if not a.title.codes.isdisjoint(b.title.codes):
        yield 2, f"same reference {', '.join(sorted(a.title.codes & b.title.codes))}"
    if shared := a.references & b.references:
        yield 4, f"same reference {', '.join(sorted(shared))}"
    yield from differences(a.title, b.title)
    yield from _dates(a, b)
    yield from _subject(a, b)
    yield from _value(a, b)


def _dates(a: Process, b: Process) -> Iterator[tuple[float, str]]:
    closing = _days(a.closes, b.closes)
    if closing is not None:
        yield _first(_CLOSING, closing, above=False), f"closing dates are {closing} days apart"
    published = _days(a.published, b.published)  # an award notice comes months after the tender's
    if published is not None:
        points = _first(_PUBLISHED, published, above=False)
        if points > 0 or closing is None or closing > _SAME_CLOSING:
            yield points, f"dates of publication are {published} days apart"
    starting = _days(a.starts, b.starts)
    if starting is not None:
        yield _first(_STARTING, starting, above=False), f"contracts' first days are {starting} days apart"


def _days(one: date | None, other: date | None) -> int | None:
    return abs((one - other).days) if one and other else None


def _subject(a: Process, b: Process) -> Iterator[tuple[float, str]]:
    if not a.codes or not b.codes:
        return
    if not a.codes.isdisjoint(b.codes):
        yield 0.7, "same classification"
    elif {code[:2] for code in a.codes}.isdisjoint(code[:2] for code in b.codes):
        yield -1.5, "classifications of different divisions"


def _value(a: Process, b: Process) -> Iterator[tuple[float, str]]:
    if not a.amount or not b.amount or a.currency != b.currency:
        return
    ratio = max(a.amount, b.amount) / min(a.amount, b.amount)
    if ratio <= Decimal("1.005"):
        yield 1.5, "same value"
    elif ratio <= Decimal("1.21"):
        yield 0.5, "values within value added tax"
    elif ratio > 3:
        yield -1.5, f"one value is {ratio:.0f} times the other"


def _first(table: tuple[tuple[int, float], ...], measure: float, *, above: bool) -> float:
    return next(points for limit, points in table if (measure >= limit if above else measure <= limit))


def _refers(a: Process, b: Process) -> bool:
    return not a.mentions.isdisjoint(b.known_as)
