"""How far from the middle a place or provider of its size may lie by chance alone."""

from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt
from typing import Literal

from candour.statistics.inputs import finite, positive, share, trials_of, z_score
from candour.statistics.poisson_rate import exact_limits

WARNING, ALARM = 0.95, 0.998
"""The confidence of the inner and of the outer limits: 1.959964 and 3.090232 standard errors."""

Position = Literal["below 99.8%", "below 95%", "within", "above 95%", "above 99.8%"]


@dataclass(frozen=True, slots=True)
class FunnelLimits:
    """The limits for a unit of one size: `low` and `high` hold 95% of equal units, `lowest` and `highest` 99.8%.

    `centre` is what all are compared with. Proportions are on 0-1; ratios are observed to expected.
    """

    centre: float
    lowest: float
    low: float
    high: float
    highest: float

    def position(self, value: float) -> Position:
        """Where a unit's value lies. On a limit is within it. Raises NotComputableError unless it is finite."""
        finite("the value to place", (value,))
        if value < self.low:
            return "below 99.8%" if value < self.lowest else "below 95%"
        if value > self.high:
            return "above 99.8%" if value > self.highest else "above 95%"
        return "within"


def limits_at(centre: float, edge: Callable[[float], float]) -> FunnelLimits:
    """Limits made from one rule: `edge` says where so many standard errors from the centre are."""
    inner, outer = z_score(WARNING), z_score(ALARM)
    return FunnelLimits(centre, edge(-outer), edge(-inner), edge(inner), edge(outer))


def proportion_limits(centre: float, trials: int) -> FunnelLimits:
    """The limits of a share, p ± z√(p(1-p)/n), clipped to 0-1.

    D. J. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine 24 (2005),
    1185-1202. Raises NotComputableError unless 0 <= centre <= 1 and `trials` is whole and above 0.
    """
    spread = sqrt(share("the centre", centre) * (1 - centre) / trials_of(trials))
    return limits_at(centre, lambda z: min(1.0, max(0.0, centre + z * spread)))


def ratio_limits(expected: float) -> FunnelLimits:
    """The limits of observed to expected events, around 1: exact Poisson limits of the number expected.

    The same source; for the exact limits see `poisson_rate.exact_limits`.
    Raises NotComputableError unless expected > 0.
    """
    positive("the number of events expected", (expected,))
    (lowest, highest), (low, high) = exact_limits(expected, ALARM), exact_limits(expected, WARNING)
    return FunnelLimits(1.0, lowest / expected, low / expected, high / expected, highest / expected)
