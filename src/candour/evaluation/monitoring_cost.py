"""What a low rating will cost the buyer in monitoring, priced in from assumptions that the tender states."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

import msgspec

from candour.evaluation.bid import LocationRating
from candour.evaluation.rated import by_rated_location
from candour.evaluation.rating_age import StaleRule


class MonitoringCost(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Money for each unit that is bought, by register and grade; `because` says what the figures rest on.

    `missing` is the money for a service without a rating that counts: what a new service costs to get to know.
    """

    costs: dict[str, dict[str, Decimal]]
    missing: Decimal
    because: str
    stale_after_months: int
    stale: StaleRule

    def __post_init__(self) -> None:
        money = [cost for grades in self.costs.values() for cost in grades.values()]
        if not money or not all(cost.is_finite() and cost >= 0 for cost in (*money, self.missing)):
            raise ValueError("monitoring_cost: expected 0 or more for each grade of each register, and for missing")
        if not self.because or self.stale_after_months < 1:
            raise ValueError("monitoring_cost: expected what it rests on, and stale_after_months of 1 or more")


def monitoring_cost(ratings: Sequence[LocationRating], rule: MonitoringCost, opened: date) -> Fraction:
    """The mean over the locations whose rating counts, for one unit; `missing` where there is none."""
    found = by_rated_location(ratings, rule.costs, opened, rule.stale_after_months, rule.stale)
    return sum(found, Fraction()) / len(found) if found else Fraction(rule.missing)
