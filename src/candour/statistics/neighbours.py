"""Which units of a pool are most like one of them: distances between standardised values, with their workings.

Each variable is standardised over the pool, z = (x − mean)/standard deviation, so that its unit does not matter; a
variable that does not vary says nothing, and counts as alike. The distance of two units is the weighted Euclidean
distance of what both have, √(Σ w·(z₁ − z₂)² / Σ w): the root of the weighted mean square, so that pairs who share
fewer variables are not nearer for it. It is 1 where two units differ by one standard deviation in everything.
Euclidean distance of standardised indicators is what published models of nearest neighbours use; the choice of
variables, transformations and weights is the whole of a model, and is made elsewhere.
"""

from collections.abc import Iterable, Mapping
from math import sqrt
from statistics import fmean, pstdev
from typing import Literal

import msgspec

Missing = Literal["what both have", "not at all"]
Values = Mapping[str, float]
"""A unit's values by variable; a variable that is not known of it is not there."""


class Difference(msgspec.Struct, frozen=True):
    """How two units differ in one variable, in standard deviations of the pool; above 0 where the neighbour has more.

    `share` is how much of the squared distance comes from this variable, 0 to 1.
    """

    variable: str
    difference: float
    share: float


class Neighbour(msgspec.Struct, frozen=True):
    """A unit, how far it is, and why: `differences` from what makes the two most alike to what most unlike.

    `rank` counts from 1; units at the same distance share a rank. `not_compared` are the variables that one of the
    two lacks.
    """

    unit: str
    rank: int
    distance: float
    differences: tuple[Difference, ...]
    not_compared: tuple[str, ...] = ()


class NotComparable(msgspec.Struct, frozen=True):
    """A unit of the pool whose distance is not computed, because…"""

    unit: str
    because: str


class Nearest(msgspec.Struct, frozen=True):
    """The neighbours of a unit, nearest first, and who in the pool could not be compared with it."""

    unit: str
    neighbours: tuple[Neighbour, ...]
    not_comparable: tuple[NotComparable, ...]


def nearest(
    unit: str,
    pool: Mapping[str, Values],
    weights: Mapping[str, float],
    *,
    number: int,
    missing: Missing = "what both have",
    at_least: int = 1,
) -> Nearest:
    """The `number` units of `pool` that are most like `unit`, and all that are as near as the last of them.

    Units at the same distance come in the order of their names. `missing` says what becomes of a pair of whom one
    lacks a variable: they are compared by what both have, if that is at least `at_least` variables, or not at all.

    Raises:
        ValueError: the unit is not in the pool, a weight is not above 0, or `number` or `at_least` is below 1.
    """
    if unit not in pool:
        raise ValueError(f"{unit!r} is not in the pool")
    if min((*weights.values(), number, at_least), default=0) <= 0 or not weights:
        raise ValueError("expected weights above 0, and a number and at_least of 1 or more")
    z = standardised(pool, weights)
    needed = len(weights) if missing == "not at all" else at_least
    compared, others = [], []
    for other in sorted(pool.keys() - {unit}):
        shared = [name for name in weights if name in z[unit] and name in z[other]]
        if len(shared) < needed:
            others.append(NotComparable(other, _because(weights, shared, needed)))
        else:
            compared.append(_neighbour(other, z[unit], z[other], shared, weights))
    return Nearest(unit, tuple(_first(compared, number)), tuple(others))


def standardised(pool: Mapping[str, Values], variables: Iterable[str]) -> dict[str, dict[str, float]]:
    """Each value as standard deviations (dividing by n) from the mean of the pool; 0 where a variable is constant."""
    z: dict[str, dict[str, float]] = {unit: {} for unit in pool}
    for name in variables:
        known = {unit: values[name] for unit, values in pool.items() if name in values}
        if not known:
            continue
        # In the order of size, so that the order of the units changes no last digit.
        ordered = sorted(known.values())
        mean, deviation = fmean(ordered), pstdev(ordered) if ordered[0] < ordered[-1] else 0.0
        for unit, value in known.items():
            z[unit][name] = (value - mean) / deviation if deviation else 0.0
    return z


def _neighbour(other: str, mine: Values, its: Values, shared: list[str], weights: Mapping[str, float]) -> Neighbour:
    gaps = {name: its[name] - mine[name] for name in shared}
    squares = {name: weights[name] * gap * gap for name, gap in gaps.items()}
    whole, weight = sum(sorted(squares.values())), sum(sorted(weights[name] for name in shared))
    ordered = sorted(shared, key=lambda name: (squares[name], name))
    differences = tuple(Difference(name, gaps[name], squares[name] / whole if whole else 0.0) for name in ordered)
    lacking = tuple(sorted(weights.keys() - set(shared)))
    return Neighbour(other, 0, sqrt(whole / weight), differences, lacking)


def _first(compared: list[Neighbour], number: int) -> Iterable[Neighbour]:
    compared.sort(key=lambda each: (each.distance, each.unit))
    last = compared[min(number, len(compared)) - 1].distance if compared else 0.0
    rank, before = 0, -1.0
    for place, each in enumerate(compared, 1):
        if each.distance > last:
            return
        if each.distance != before:
            rank, before = place, each.distance
        yield msgspec.structs.replace(each, rank=rank)


def _because(weights: Mapping[str, float], shared: list[str], needed: int) -> str:
    lacking = ", ".join(sorted(weights.keys() - set(shared)))
    return f"both have {len(shared)} of the variables and {needed} are needed; lacking: {lacking}"
