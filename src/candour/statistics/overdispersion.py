"""How much units differ beyond chance, and limits that allow for it.

After D. J. Spiegelhalter, "Handling over-dispersion of performance indicators", Quality and Safety in Health Care 14
(2005), 347-351. Where a whole field differs, nearly everybody lies outside the plain limits of a funnel, which then
say nothing about anybody.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, exp, log, pi, sin, sqrt
from typing import Literal

from candour.statistics.errors import NotComputableError
from candour.statistics.funnel import FunnelLimits, limits_at
from candour.statistics.inputs import at_least, finite, not_negative, positive, same_length, share, trials_of
from candour.statistics.quantiles import winsorised

TAIL = 0.1
"""The share of units in each tail whose scores are drawn in, so that a few outliers do not excuse themselves."""

RatioScale = Literal["square root", "logarithm"]
_LARGEST_EXPONENT = 690.0


@dataclass(frozen=True, slots=True)
class Overdispersion:
    """How much `scores` (standard errors from the centre, one a unit, in order) spread.

    `drawn_in` are the scores after winsorising, `phi` their mean square: about 1 where chance is all there is.
    `tau_squared` is the variance between units, on the scale of the scores' differences (arcsine of the square root
    for proportions, square root or logarithm for ratios); 0 where chance explains everything.
    """

    scores: tuple[float, ...]
    drawn_in: tuple[float, ...]
    phi: float
    tau_squared: float


def of_proportions(counts: Sequence[tuple[int, int]], centre: float, tail: float = TAIL) -> Overdispersion:
    """From (successes, trials) of each unit: z = (asin√p - asin√centre)·2√n.

    Raises NotComputableError for fewer than two units, what is no share, or a tail outside 0 to 0.5.
    """
    middle = asin(sqrt(share("the centre", centre)))
    roots = [sqrt(trials_of(trials)) for _, trials in counts]
    shares = [share(f"{successes} of {trials}", successes / trials) for successes, trials in counts]
    scores = [(asin(sqrt(p)) - middle) * 2 * root for p, root in zip(shares, roots, strict=True)]
    return _spread(scores, [4 * root * root for root in roots], tail)


def of_ratios(
    observed: Sequence[float], expected: Sequence[float], scale: RatioScale = "square root", tail: float = TAIL
) -> Overdispersion:
    """From events observed and expected in each unit: z = 2√E(√(O/E) - 1), or ln(O/E)·√E on the scale of logarithms.

    Raises NotComputableError for fewer than two units, negative observed or expected not above 0, or, on the scale of
    logarithms, a unit in which nothing was observed.
    """
    same_length("numbers observed", observed, "numbers expected", expected)
    seen, sizes = not_negative("observed", observed), positive("expected", expected)
    pairs = list(zip(seen, sizes, strict=True))
    if scale == "square root":
        return _spread([2 * (sqrt(o) - sqrt(e)) for o, e in pairs], [4 * e for e in sizes], tail)
    if 0 in seen:
        raise NotComputableError("nothing was observed in one unit, which has no logarithm; take the square root")
    return _spread([log(o / e) * sqrt(e) for o, e in pairs], sizes, tail)


def of_estimates(
    values: Sequence[float], errors: Sequence[float], centre: float, tail: float = TAIL
) -> Overdispersion:
    """From the value of each unit and its standard error: z = (value - centre)/error, on the scale of the values.

    Raises NotComputableError for fewer than two units, or a standard error that is not above 0.
    """
    same_length("values", values, "standard errors", errors)
    found, sizes = finite("values", values), positive("standard errors", errors)
    (middle,) = finite("the centre", (centre,))
    scores = [(value - middle) / error for value, error in zip(found, sizes, strict=True)]
    return _spread(scores, [1 / (error * error) for error in sizes], tail)


def estimate_limits(centre: float, error: float, tau_squared: float) -> FunnelLimits:
    """The limits of a value with this standard error, and the variance between units added: centre ± z√(s² + τ²).

    Raises NotComputableError unless the centre is finite, the error is above 0, and tau_squared >= 0.
    """
    (middle,), (own,) = finite("the centre", (centre,)), positive("the standard error", (error,))
    spread = sqrt(own * own + not_negative("tau squared", (tau_squared,))[0])
    return limits_at(middle, lambda z: middle + z * spread)


def proportion_limits(centre: float, trials: int, tau_squared: float) -> FunnelLimits:
    """The limits of a share with the variance between units added: sin²(asin√p ± z√(1/4n + τ²)), on 0-1.

    Raises NotComputableError unless 0 <= centre <= 1, `trials` is whole and above 0, and tau_squared >= 0.
    """
    middle = asin(sqrt(share("the centre", centre)))
    spread = sqrt(1 / (4 * trials_of(trials)) + not_negative("tau squared", (tau_squared,))[0])
    return limits_at(centre, lambda z: sin(min(pi / 2, max(0.0, middle + z * spread))) ** 2)


def ratio_limits(expected: float, tau_squared: float, scale: RatioScale = "square root") -> FunnelLimits:
    """The limits of observed to expected events with the variance between units added, around 1.

    (1 ± z√(1/4E + τ²))² on the scale of square roots, exp(±z√(1/E + τ²)) on that of logarithms; `tau_squared` must
    come from the same scale. Raises NotComputableError unless expected > 0 and tau_squared >= 0.
    """
    (size,) = positive("the number of events expected", (expected,))
    (between,) = not_negative("tau squared", (tau_squared,))
    if scale == "square root":
        root = sqrt(1 / (4 * size) + between)
        return limits_at(1.0, lambda z: max(0.0, 1 + z * root) ** 2)
    spread = sqrt(1 / size + between)
    return limits_at(1.0, lambda z: exp(min(z * spread, _LARGEST_EXPONENT)))


def _spread(scores: Sequence[float], weights: Sequence[float], tail: float) -> Overdispersion:
    at_least(2, "units", scores)
    drawn_in = winsorised(scores, tail)
    units, total = len(scores), sum(weights)
    phi = sum(z * z for z in drawn_in) / units
    room = sum(weight * (total - weight) for weight in weights) / total
    return Overdispersion(tuple(scores), drawn_in, phi, max(0.0, (units * phi - (units - 1)) / room))
