"""One count of people at a time: hidden when small, else rounded.

The thresholds are those of NHS England for hospital and social care statistics.
"""

from enum import Enum
from typing import Final, Literal

from candour.statistics.errors import NotComputableError
from candour.statistics.inputs import whole

LARGEST_HIDDEN: Final = 7
SMALLEST_SHOWN: Final = LARGEST_HIDDEN + 1
ROUNDED_TO: Final = 5
MIDPOINT: Final = 6


class Suppressed(Enum):
    """The marker of a number that is known and not shown. It is no number, and never 0."""

    SUPPRESSED = "suppressed"


SUPPRESSED: Final = Suppressed.SUPPRESSED
Shown = int | Literal[Suppressed.SUPPRESSED]


def is_small(count: int) -> bool:
    """Whether so many people could be recognised: 1 to 7."""
    return 1 <= count <= LARGEST_HIDDEN


def shown(count: int) -> Shown:
    """How a count of people may be shown: 0 as 0, 1 to 7 suppressed, others to the nearest 5.

    For a count that stands alone; the cells of a table with totals need `protect`.
    Raises NotComputableError unless it is whole and not negative.
    """
    whole("the count of people", count)
    if is_small(count):
        return SUPPRESSED
    return rounded(count)


def rounded(count: int) -> int:
    """A count to the nearest 5. Raises NotComputableError unless it is whole and not negative."""
    return (whole("the count of people", count) + ROUNDED_TO // 2) // ROUNDED_TO * ROUNDED_TO


def shown_rate(numerator: Shown, denominator: Shown) -> float | Literal[Suppressed.SUPPRESSED]:
    """A share or rate from counts as they are shown, so that it tells no more than they do.

    Suppressed where either is. Raises NotComputableError where the denominator is 0, or a count is not as `shown`
    gives it.
    """
    for count in (numerator, denominator):
        if count is not SUPPRESSED and shown(count) != count:
            raise NotComputableError(f"{count} is not a count as it is shown: expected 0 or a multiple of 5 above 7")
    if numerator is SUPPRESSED or denominator is SUPPRESSED:
        return SUPPRESSED
    if denominator == 0:
        raise NotComputableError("the denominator is 0: a rate among nobody does not exist")
    return numerator / denominator


def midpoint_6(count: int) -> int:
    """The other way: 0 stays 0, and every six counts share their middle: 1-6 → 3, 7-12 → 9, and so on.

    ceil(x/6)·6 - 3, the midpoint rounding of OpenSAFELY. Totals are added up from rounded parts, never rounded by
    themselves. Raises NotComputableError unless the count is whole and not negative.
    """
    return -(-whole("the count of people", count) // MIDPOINT) * MIDPOINT - (MIDPOINT // 2 if count else 0)
