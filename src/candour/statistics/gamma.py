"""The gamma distribution, which exact Poisson limits are made of."""

from math import exp, isfinite, lgamma, log, sqrt
from statistics import NormalDist

from candour.statistics.errors import NotComputableError

_SMALL = 1e-300
_PRECISION = 1e-15
_NEAR = 1e-9
"""A step of Newton's so small, as a share, leaves an error of about its square."""


def below(shape: float, x: float) -> float:
    """The chance that a gamma variable of this shape (scale 1) is at most x: the regularised incomplete gamma P.

    For a whole `shape` k this is also the chance of k or more events where x are expected. By its power series
    below the mean and by its continued fraction above (Abramowitz & Stegun 1964, 6.5.29 and 6.5.31), the latter by
    Lentz's method; absolute error below 1e-9 for shapes up to a million.

    Raises NotComputableError unless shape > 0 and x >= 0.
    """
    if not (shape > 0 and x >= 0 and isfinite(shape) and isfinite(x)):
        raise NotComputableError(f"the shape is {shape} and x is {x}, expected shape above 0 and x of 0 or more")
    if x == 0:
        return 0.0
    front = exp(shape * log(x) - x - lgamma(shape))
    return front * _series(shape, x) if x < shape + 1 else 1 - front * _fraction(shape, x)


def quantile(shape: float, chance: float) -> float:
    """The x below which a gamma variable of this shape (scale 1) stays with this chance.

    Half of the chi-square quantile with twice `shape` degrees of freedom. From the approximation of E. B. Wilson and
    M. M. Hilferty (1931) by Newton's steps, and by halving where one would leave what is known to hold the answer.
    Raises NotComputableError unless shape > 0 and 0 < chance < 1.
    """
    if not 0 < chance < 1:
        raise NotComputableError(f"the chance is {chance}, expected more than 0 and less than 1")
    low, high = 0.0, max(1.0, shape)
    while below(shape, high) < chance:
        low, high = high, 2 * high
    cube_root = 1 - 1 / (9 * shape) + NormalDist().inv_cdf(chance) / (3 * sqrt(shape))
    x = shape * cube_root**3
    if not low < x < high:
        x = (low + high) / 2
    while low < x < high:
        missing = chance - below(shape, x)
        low, high = (x, high) if missing > 0 else (low, x)
        slope = exp(shape * log(x) - x - lgamma(shape))
        step = x * missing / slope if slope else high
        if abs(step) <= _NEAR * x:
            return x + step
        x = x + step if low < x + step < high else (low + high) / 2
    return x


def _series(shape: float, x: float) -> float:
    term = total = 1 / shape
    step = shape
    while term > total * _PRECISION:
        step += 1
        term *= x / step
        total += term
    return total


def _fraction(shape: float, x: float) -> float:
    b = x + 1 - shape
    c, d = 1 / _SMALL, 1 / b
    value = d
    turn = 0
    while True:
        turn += 1
        a = turn * (shape - turn)
        b += 2
        d = 1 / _kept_from_zero(a * d + b)
        c = _kept_from_zero(b + a / c)
        value *= c * d
        if abs(c * d - 1) < _PRECISION:
            return value


def _kept_from_zero(value: float) -> float:
    return value if abs(value) > _SMALL else _SMALL
