"""How many answers a survey needs."""

from dataclasses import dataclass
from math import ceil

from candour.statistics.errors import NotComputableError
from candour.statistics.inputs import whole, z_score


@dataclass(frozen=True, slots=True)
class SampleSize:
    """`completes` whole answers, rounded up, never more than the people there are.

    `unlimited` is how many it would take if the population had no end.
    """

    completes: int
    unlimited: float


def completes_needed(population: int, margin: float, share: float = 0.5, confidence: float = 0.95) -> SampleSize:
    """Answers needed to know a share to within ± `margin` (0.05 for 5 percentage points) in a population.

    B = z²p(1-p)/c², n = B/(1 + (B - 1)/N), W. G. Cochran, Sampling Techniques (3rd edition, 1977), 4.4. A `share` of
    0.5 is the careful choice: no other needs more. It counts on everybody being as likely to answer.
    Raises NotComputableError unless population is whole and above 0, 0 < margin < 1, 0 < share < 1 and
    0 < confidence < 1.
    """
    if whole("the population", population) == 0:
        raise NotComputableError("the population is 0, expected 1 person or more")
    for name, value in (("the margin", margin), ("the share", share)):
        if not 0 < value < 1:
            raise NotComputableError(f"{name} is {value}, expected more than 0 and less than 1")
    unlimited = z_score(confidence) ** 2 * share * (1 - share) / margin**2
    needed = unlimited / (1 + (unlimited - 1) / population)
    return SampleSize(min(population, max(1, ceil(needed))), unlimited)
