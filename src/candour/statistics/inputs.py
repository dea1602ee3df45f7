"""What the formulas accept; anything else is refused before it can become a number that is not one."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import isfinite
from statistics import NormalDist

from candour.statistics.errors import NotComputableError

LARGEST = 1e50
"""Beyond it, and below its inverse where something is divided by a number, squares and quotients leave what floating
point can hold, and infinities would follow."""


@lru_cache(maxsize=64)
def z_score(confidence: float) -> float:
    """How many standard errors a two-sided interval of this confidence reaches: 1.959964 for 0.95."""
    if not 0 < confidence < 1:
        raise NotComputableError(
            f"the confidence is {confidence}, expected more than 0 and less than 1, such as 0.95"
        )
    return NormalDist().inv_cdf((1 + confidence) / 2)


def whole(name: str, value: float) -> int:
    """A count: a whole number, 0 or more."""
    if not isfinite(value) or value < 0 or value != int(value):
        raise NotComputableError(f"{name} is {value}, expected a whole number, 0 or more")
    return int(value)


def trials_of(value: float) -> int:
    """How many a share is a share of: a whole number above 0."""
    if whole("the number of trials", value) == 0:
        raise NotComputableError("the number of trials is 0, and nothing is a share of nobody; expected 1 or more")
    return int(value)


def share(name: str, value: float) -> float:
    """A proportion on 0-1."""
    if not 0 <= value <= 1:
        raise NotComputableError(f"{name} is {value}, expected 0 to 1")
    return value


def finite(name: str, values: Iterable[float]) -> tuple[float, ...]:
    """Numbers, each a finite one of a size that can be computed with."""
    found = tuple(map(float, values))
    for position, value in enumerate(found, 1):
        if not -LARGEST <= value <= LARGEST:
            raise NotComputableError(
                f"{name}: number {position} is {value}, expected a number up to {LARGEST:g} in size"
            )
    return found


def not_negative(name: str, values: Iterable[float]) -> tuple[float, ...]:
    """Numbers, each 0 or more."""
    found = finite(name, values)
    for position, value in enumerate(found, 1):
        if value < 0:
            raise NotComputableError(f"{name}: number {position} is {value}, expected 0 or more")
    return found


def positive(name: str, values: Iterable[float]) -> tuple[float, ...]:
    """Numbers, each above 0."""
    found = finite(name, values)
    for position, value in enumerate(found, 1):
        if value < 1 / LARGEST:
            raise NotComputableError(f"{name}: number {position} is {value}, expected more than 0")
    return found


def at_least(least: int, name: str, values: Sequence[object]) -> None:
    """Enough of them to say anything."""
    if len(values) < least:
        raise NotComputableError(f"{name}: there are {len(values)}, expected at least {least}")


def same_length(first: str, one: Sequence[object], second: str, other: Sequence[object]) -> None:
    """One of each for every unit."""
    if len(one) != len(other):
        raise NotComputableError(f"there are {len(one)} {first} and {len(other)} {second}, expected as many")
