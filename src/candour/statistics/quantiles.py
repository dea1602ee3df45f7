"""Quantiles, and numbers whose extremes are drawn in."""

from collections.abc import Sequence
from math import floor

from candour.statistics.errors import NotComputableError
from candour.statistics.inputs import at_least, finite


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which this share lies, by linear interpolation between the two nearest.

    R. J. Hyndman & Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996), type 7,
    which DuckDB's quantile_cont and Spark's percentile also compute.
    Raises NotComputableError for no values, or a share outside 0-1.
    """
    if not 0 <= share <= 1:
        raise NotComputableError(f"the share is {share}, expected 0 to 1")
    ordered = sorted(finite("values", values))
    at_least(1, "values", ordered)
    place = share * (len(ordered) - 1)
    below = min(floor(place), len(ordered) - 1)
    above = min(below + 1, len(ordered) - 1)
    low, high = ordered[below], ordered[above]
    return min(high, low + (high - low) * (place - below))


def winsorised(values: Sequence[float], share: float) -> tuple[float, ...]:
    """The same values in the same order, those in either tail of this share drawn in to where the tail begins.

    D. J. Spiegelhalter, "Handling over-dispersion of performance indicators", Quality and Safety in Health Care 14
    (2005), 347-351, with 0.1. Raises NotComputableError unless 0 <= share < 0.5.
    """
    if not 0 <= share < 0.5:
        raise NotComputableError(f"the share of a tail is {share}, expected 0 or more and less than 0.5")
    low, high = quantile(values, share), quantile(values, 1 - share)
    return tuple(min(max(value, low), high) for value in values)
