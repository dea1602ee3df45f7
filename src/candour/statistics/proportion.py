"""A share of a whole, and how sure one can be of it."""

from math import sqrt

from candour.statistics.errors import NotComputableError
from candour.statistics.inputs import z_score


def wilson(successes: int, trials: int, confidence: float = 0.95) -> tuple[float, float]:
    """The Wilson score interval of a proportion, as (low, high) on 0-1.

    E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
    Statistical Association 22 (1927), 209-212: the set of proportions p for which the observed share is within z
    standard errors √(p(1-p)/n) of p.

    Raises NotComputableError unless 0 <= successes <= trials, trials > 0 and 0 < confidence < 1.
    """
    if not 0 <= successes <= trials or trials == 0:
        raise NotComputableError(
            f"{successes} of {trials} is not a share: expected 0 <= successes <= trials, trials > 0"
        )
    z = z_score(confidence)
    share = successes / trials
    centre = share + z * z / (2 * trials)
    half = z * sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials))
    scale = 1 + z * z / trials
    low = 0.0 if successes == 0 else (centre - half) / scale
    high = 1.0 if successes == trials else (centre + half) / scale
    return low, high
