"""Sums that nearly are one person's number: the p% rule.

Whoever gave the second largest contribution can take their own away from a published sum, and so knows the largest to
within what all the others gave. A. Hundepool and others, "Statistical Disclosure Control" (2012), section 4.2.2.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

P_PERCENT: Final = 15


def dominated(contributions: Iterable[Decimal]) -> bool:
    """Whether the largest contribution could be told to within 15% of it. None may be below 0.

    A sum to which nobody gave anything tells nothing of a large contribution, and is not.
    """
    ordered = sorted(contributions, reverse=True)
    return bool(ordered) and sum(ordered[2:], Decimal(0)) * 100 < P_PERCENT * ordered[0]
