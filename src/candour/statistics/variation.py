"""How much places differ: the "postcode lottery" in numbers.

Report the systematic component of variation, or τ² of `overdispersion`, never the extremal quotient alone: the
largest and the smallest of many places are far apart even where places differ by nothing but chance.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, log, sqrt

from candour.statistics.errors import NotComputableError
from candour.statistics.inputs import at_least, finite, not_negative, positive, same_length


@dataclass(frozen=True, slots=True)
class SlopeIndex:
    """How a value runs from the most to the least disadvantaged, groups weighed by their people.

    `slope` is the slope index of inequality: the value at the far end of the scale less that at the near one, in the
    unit of the values; `intercept` the value at the near end; `relative` (the relative index) far divided by near.
    `places` are the middles of the groups on the scale from 0 to 1.
    """

    slope: float
    intercept: float
    relative: float
    places: tuple[float, ...]


def extremal_quotient(values: Sequence[float]) -> float:
    """The largest divided by the smallest. Raises NotComputableError for no values, or one not above 0."""
    found = positive("values", values)
    at_least(1, "values", found)
    return max(found) / min(found)


def coefficient_of_variation(values: Sequence[float], *, sample: bool = False) -> float:
    """The standard deviation as a percentage of the mean; with `sample`, of a sample (n - 1) instead of everybody.

    Raises NotComputableError for too few values, or a mean that is not above 0.
    """
    found = finite("values", values)
    at_least(2 if sample else 1, "values", found)
    centre = fsum(found) / len(found)
    if centre <= 0:
        raise NotComputableError(f"the mean is {centre}, expected more than 0")
    spread = fsum((value - centre) ** 2 for value in found) / (len(found) - sample)
    return 100 * sqrt(spread) / centre


def systematic_component(observed: Sequence[float], expected: Sequence[float]) -> float:
    """The systematic component of variation: (Σ(O-E)²/E² - Σ1/E)·100/k, variation between places less that by chance.

    K. McPherson, J. Wennberg, O. Hovind & P. Clifford, "Small-area variations in the use of common surgical
    procedures", New England Journal of Medicine 307 (1982), 1310-1314. It may be below 0, which means none was seen.
    Raises NotComputableError for no places, negative observed, or expected not above 0.
    """
    same_length("numbers observed", observed, "numbers expected", expected)
    at_least(1, "places", observed)
    pairs = list(zip(not_negative("observed", observed), positive("expected", expected), strict=True))
    return 100 * fsum(((o - e) / e) ** 2 - 1 / e for o, e in pairs) / len(pairs)


def gini(values: Sequence[float]) -> float:
    """The Gini coefficient: 0 where all are equal, towards 1 where one has everything.

    Half the mean difference between any two, divided by the mean: Σ(2i - n - 1)x/(nΣx) over ordered values.
    Raises NotComputableError for no values, a negative one, or a sum of 0.
    """
    ordered = sorted(_shared("values", values))
    units = len(ordered)
    weighed = fsum((2 * place - units - 1) * value for place, value in enumerate(ordered, 1))
    return max(0.0, weighed / (units * fsum(ordered)))


def theil(values: Sequence[float]) -> float:
    """Theil's T: the mean of (x/mean)·ln(x/mean); 0 where all are equal, ln n where one has everything.

    H. Theil, Economics and Information Theory (1967). Raises as `gini` does.
    """
    found = _shared("values", values)
    centre = fsum(found) / len(found)
    parts = (value / centre for value in found)
    return max(0.0, fsum(part * log(part) for part in parts if part) / len(found))


def slope_index(values: Sequence[float], people: Sequence[float]) -> SlopeIndex:
    """The slope and the relative index of inequality, from groups ordered from most to least disadvantaged.

    Each group stands at the middle b of its stretch of people a on 0-1; √a·y is regressed on √a and b√a, without a
    constant. As the Office for Health Improvement and Disparities does; J. P. Mackenbach & A. E. Kunst, "Measuring
    the magnitude of socio-economic inequalities in health", Social Science & Medicine 44 (1997), 757-771.
    Raises NotComputableError for fewer than two groups, people not above 0, or a near end at 0, for which there is no
    relative index.
    """
    same_length("values", values, "groups of people", people)
    at_least(2, "groups", values)
    heights, sizes = finite("values", values), positive("people", people)
    everyone = fsum(sizes)
    shares = [size / everyone for size in sizes]
    places = tuple(fsum(shares[:place]) + a / 2 for place, a in enumerate(shares))
    centre = fsum(a * b for a, b in zip(shares, places, strict=True))
    level = fsum(a * y for a, y in zip(shares, heights, strict=True))
    cells = list(zip(shares, places, heights, strict=True))
    slope = fsum(a * (b - centre) * (y - level) for a, b, y in cells) / fsum(
        a * (b - centre) ** 2 for a, b, _ in cells
    )
    intercept = level - slope * centre
    if intercept == 0:
        raise NotComputableError("the value at the near end of the scale is 0, and nothing can be divided by it")
    return SlopeIndex(slope, intercept, (intercept + slope) / intercept, places)


def _shared(name: str, values: Sequence[float]) -> tuple[float, ...]:
    found = not_negative(name, values)
    at_least(1, name, found)
    if not fsum(found):
        raise NotComputableError(f"{name}: their sum is 0, expected something that is shared out")
    return found
