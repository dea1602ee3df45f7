"""Chance, the same on every machine and for every version of Python: nothing but `random()` of a seeded generator."""

import random
from collections.abc import Sequence
from typing import TypeVar

Thing = TypeVar("Thing")


class Draws:
    """A stream of draws, begun afresh for each process, so that any process can be made without the others."""

    def __init__(self) -> None:
        self._generator = random.Random()  # noqa: S311  fiction, not security
        self._next = self._generator.random

    def begin(self, seed: int, number: int, stream: int = 0) -> None:
        """Start the stream that belongs to this seed and process number; each process has several."""
        self._generator.seed((seed << 64) + (stream << 56) + number)

    def share(self) -> float:
        """Anything from 0 up to 1."""
        return self._next()

    def chance(self, share: float) -> bool:
        """True so often."""
        return self._next() < share

    def whole(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return low + int(self._next() * (high - low + 1))

    def pick(self, things: Sequence[Thing]) -> Thing:
        """One of them."""
        return things[int(self._next() * len(things))]

    def near(self, mean: float, spread: float) -> float:
        """Bell-shaped about `mean` with the standard deviation `spread` (the sum of three uniform draws)."""
        return mean + 2.0 * spread * (self._next() + self._next() + self._next() - 1.5)
