"""Sums and differences of independent numbers, each of which has an interval of its own.

The limits are found by the method of variance estimates recovery: G. Y. Zou & A. Donner, "Construction of confidence
limits about effect measures", Statistics in Medicine 27 (2008), 1693-1702. How far a limit lies from its estimate
stands for the spread on that side, and the squares add up. For two shares with Wilson's limits it is R. G.
Newcombe's hybrid score interval (Statistics in Medicine 17 (1998), 873-890, method 10).
"""

from collections.abc import Sequence
from math import sqrt

from candour.statistics.inputs import at_least, finite, positive, same_length
from candour.statistics.ranks import Estimate


def difference(one: Estimate, other: Estimate) -> Estimate:
    """How much larger one is than the other, with the interval of the confidence that both have.

    Raises NotComputableError where a number is not finite.
    """
    return _weighted((1.0, -1.0), (one, other))


def standardised(weights: Sequence[float], strata: Sequence[Estimate]) -> Estimate:
    """The value of a unit if its strata were of these sizes: Σwᵢxᵢ/Σw, and its interval.

    This is direct standardisation: every unit is given the same `weights`, such as the sizes of age groups in all
    units together, so that units that support different people can be put beside each other.
    Raises NotComputableError for no strata, as many weights as strata, or a weight that is not above 0.
    """
    at_least(1, "strata", strata)
    same_length("weights", weights, "strata", strata)
    whole = sum(positive("weights", weights))
    return _weighted([weight / whole for weight in weights], strata)


def _weighted(weights: Sequence[float], parts: Sequence[Estimate]) -> Estimate:
    value, below, above = 0.0, 0.0, 0.0
    for weight, part in zip(weights, parts, strict=True):
        low, middle, high = finite("an estimate", (part.low, part.value, part.high))
        down, up = (middle - low, high - middle) if weight > 0 else (high - middle, middle - low)
        value += weight * middle
        below += (weight * down) ** 2
        above += (weight * up) ** 2
    return Estimate(value, value - sqrt(below), value + sqrt(above))
