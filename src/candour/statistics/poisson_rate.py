"""How often something happened, and how sure one can be of it: falls, missed visits, complaints."""

from dataclasses import dataclass

from candour.statistics import gamma
from candour.statistics.errors import NotComputableError
from candour.statistics.inputs import positive, whole, z_score

EXACT_BELOW = 10
"""Byar's approximation is used from this many events on."""


@dataclass(frozen=True, slots=True)
class Rate:
    """`count` events in `exposure` (visits, days, people): `value` for each `per` of it, between `low` and `high`."""

    count: int
    exposure: float
    per: float
    value: float
    low: float
    high: float


def poisson_limits(count: int, confidence: float = 0.95) -> tuple[float, float]:
    """The interval of the number of events to expect where `count` were seen, as (low, high) events.

    Byar's approximation from 10 events on, exact limits below, as the Association of Public Health Observatories
    does (Eayres, "Commonly used public health statistics and their confidence intervals", 2008).

    Raises NotComputableError unless `count` is whole and not negative, and 0 < confidence < 1.
    """
    if whole("the count of events", count) < EXACT_BELOW:
        return exact_limits(count, confidence)
    return byar_limits(count, confidence)


def byar_limits(count: int, confidence: float = 0.95) -> tuple[float, float]:
    """Byar's approximation: O(1 - 1/9O - z/3√O)³ and, with O + 1 for O and plus for minus, the upper limit.

    N. E. Breslow & N. E. Day, Statistical Methods in Cancer Research II (1987), page 69.
    Raises NotComputableError unless `count` is whole and above 0, and 0 < confidence < 1.
    """
    if whole("the count of events", count) == 0:
        raise NotComputableError(
            "the count of events is 0, for which Byar's limits do not exist; take the exact ones"
        )
    z = z_score(confidence)
    more = count + 1
    low = count * (1 - 1 / (9 * count) - z / (3 * count**0.5)) ** 3
    high = more * (1 - 1 / (9 * more) + z / (3 * more**0.5)) ** 3
    return max(0.0, low), high


def exact_limits(count: float, confidence: float = 0.95) -> tuple[float, float]:
    """The exact interval: the fewest and most events to expect with which `count` is not in an extreme tail.

    F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936), 437-442. `count` need not be
    whole: a funnel asks for the limits around an expected number.
    Raises NotComputableError unless count >= 0 and 0 < confidence < 1.
    """
    if not 0 <= count < float("inf"):
        raise NotComputableError(f"the count of events is {count}, expected 0 or more")
    z_score(confidence)
    tail = (1 - confidence) / 2
    low = gamma.quantile(count, tail) if count else 0.0
    return low, gamma.quantile(count + 1, 1 - tail)


def rate(count: int, exposure: float, *, per: float = 1, confidence: float = 0.95) -> Rate:
    """Events for each `per` of exposure, with the interval of `poisson_limits`.

    Raises NotComputableError unless `count` is whole and not negative, and exposure and `per` are above 0.
    """
    (scale,) = positive("exposure and what it is given per", (per / positive("the exposure", (exposure,))[0],))
    low, high = poisson_limits(count, confidence)
    return Rate(count, exposure, per, count * scale, low * scale, high * scale)
