"""Rates of small units drawn towards the rate of all, by as much as they are uncertain."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from candour.statistics.errors import NotComputableError
from candour.statistics.inputs import at_least, not_negative, positive, same_length


@dataclass(frozen=True, slots=True)
class Shrunken:
    """One number a unit, in the order given.

    `overall` is the rate of all together, `between` the variance between units that chance does not explain (0 or
    more). `rates` are as observed; `trust` is how much of each unit's own difference was kept, 0 to 1; `shrunk` are
    the results.
    """

    overall: float
    between: float
    rates: tuple[float, ...]
    trust: tuple[float, ...]
    shrunk: tuple[float, ...]


def marshall(counts: Sequence[float], exposures: Sequence[float]) -> Shrunken:
    """Global empirical Bayes rates: γ + φ(r - γ)/(φ + γ/n), where φ = Σn(r - γ)²/Σn - γ/mean(n), not below 0.

    `counts` are events, `exposures` what they happened in (people, visits). R. J. Marshall, "Mapping disease and
    mortality rates using empirical Bayes estimators", Applied Statistics 40 (1991), 283-294.
    Raises NotComputableError for no units, negative counts, or exposures not above 0.
    """
    return _drawn_in(counts, exposures, lambda overall: overall)


def of_shares(counts: Sequence[float], trials: Sequence[float]) -> Shrunken:
    """The same for shares of people: what chance adds to one of n is γ(1 - γ)/n instead of γ/n.

    Marshall's formula with the variance of a binomial count in place of a Poisson count, which it becomes where γ is
    small. Raises NotComputableError for no units, trials not above 0, or a count outside 0 to its trials.
    """
    for count, size in zip(counts, trials, strict=False):
        if count > size:
            raise NotComputableError(f"{count} of {size} is no share, expected no more than all")
    return _drawn_in(counts, trials, lambda overall: overall * (1 - overall))


def _drawn_in(counts: Sequence[float], exposures: Sequence[float], chance: Callable[[float], float]) -> Shrunken:
    """`chance` gives the variance that chance alone gives to a unit of size 1, by the rate of all."""
    same_length("counts", counts, "exposures", exposures)
    at_least(1, "units", counts)
    events, sizes = not_negative("counts", counts), positive("exposures", exposures)
    pairs = list(zip(events, sizes, strict=True))
    everyone = sum(sizes)
    overall = sum(events) / everyone
    rates = tuple(count / size for count, size in pairs)
    spread = sum(size * (r - overall) ** 2 for r, size in zip(rates, sizes, strict=True)) / everyone
    by_chance = max(0.0, chance(overall))
    between = max(0.0, spread - by_chance / (everyone / len(sizes)))
    trust = tuple(between / (between + by_chance / size) if between else 0.0 for size in sizes)
    shrunk = tuple(overall + kept * (r - overall) for kept, r in zip(trust, rates, strict=True))
    return Shrunken(overall, between, rates, trust, shrunk)
