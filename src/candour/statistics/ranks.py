"""Which ranks each unit could hold, instead of a league table.

After H. Goldstein & D. J. Spiegelhalter, "League tables and their limitations", Journal of the Royal Statistical
Society A 159 (1996), 385-443.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import numpy as np
from numpy.typing import NDArray

from candour.statistics.errors import NotComputableError
from candour.statistics.inputs import at_least, finite, z_score

DRAWS = 4000
SEED = 20261122


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number with its interval, of the same confidence for every unit that is put in order."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class RankInterval:
    """The ranks that one unit could hold: `best` is 1 for the first."""

    best: int
    worst: int


@dataclass(frozen=True, slots=True)
class Ranks:
    """The interval of ranks of each unit, with what they were simulated from."""

    units: Mapping[str, RankInterval]
    confidence: float
    highest_first: bool
    draws: int
    seed: int

    def told_apart(self, one: str, other: str) -> bool:
        """Whether every rank that one could hold is before, or after, every rank of the other."""
        first, second = self.units[one], self.units[other]
        return first.worst < second.best or second.worst < first.best

    def cannot_be_told_apart_from(self, unit: str) -> tuple[str, ...]:
        """The other units whose intervals of ranks overlap with this one's."""
        return tuple(other for other in self.units if other != unit and not self.told_apart(unit, other))

    @property
    def cannot_be_told_apart(self) -> bool:
        """Whether no unit can be told apart from any other, so that there is no order to speak of."""
        return max(unit.best for unit in self.units.values()) <= min(unit.worst for unit in self.units.values())


def rank_intervals(
    units: Mapping[str, Estimate],
    *,
    highest_first: bool,
    confidence: float = 0.95,
    draws: int = DRAWS,
    seed: int = SEED,
) -> Ranks:
    """The ranks each unit holds in the middle `confidence` of simulated orders, units taken as independent.

    A unit's value is drawn so that half of the draws lie below its estimate and its own interval, taken to be of the
    same confidence, holds that share of them: a normal distribution stretched to each side by itself. Equal values
    share their ranks. The draws of a unit hang on `seed` and its name alone, so that neither the order of the units
    nor who else is compared changes them, and the same seed gives the same answer everywhere.

    Raises NotComputableError for fewer than two units, an interval that does not hold its estimate, fewer than 100
    draws, or a confidence outside 0-1.
    """
    z = z_score(confidence)
    at_least(2, "units", tuple(units))
    if draws < 100:
        raise NotComputableError(f"there are {draws} draws, expected at least 100")
    values = np.column_stack([_drawn(name, unit, z, draws, seed) for name, unit in units.items()])
    if highest_first:
        values = -values
    ordered = np.sort(values, axis=1)
    best, worst = np.empty(values.shape, np.int64), np.empty(values.shape, np.int64)
    for draw, (row, sorted_row) in enumerate(zip(values, ordered, strict=True)):
        best[draw] = np.searchsorted(sorted_row, row, "left") + 1
        worst[draw] = np.searchsorted(sorted_row, row, "right")
    tail = (1 - confidence) / 2
    first = np.quantile(best, tail, axis=0, method="inverted_cdf")
    last = np.quantile(worst, 1 - tail, axis=0, method="inverted_cdf")
    ranks = (RankInterval(int(b), int(w)) for b, w in zip(first, last, strict=True))
    return Ranks(dict(zip(units, ranks, strict=True)), confidence, highest_first, draws, seed)


def _drawn(name: str, unit: Estimate, z: float, draws: int, seed: int) -> NDArray[Any]:
    finite(f"the estimate of {name}", (unit.low, unit.value, unit.high))
    if not unit.low <= unit.value <= unit.high:
        raise NotComputableError(
            f"{name}: the interval {unit.low} to {unit.high} does not hold the estimate {unit.value}, expected it to"
        )
    own = np.frombuffer(sha256(f"{seed} {name}".encode()).digest(), "<u4")
    # RandomState and not its successor: its stream is promised never to change, and an answer must come out again.
    normal = np.random.RandomState(own).standard_normal(draws)
    reach = np.where(normal > 0, unit.high - unit.value, unit.value - unit.low)
    drawn: NDArray[Any] = unit.value + normal * reach / z
    return drawn
