"""What a published table gives for each location whose rating counts on a day."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from candour.evaluation.bid import LocationRating
from candour.evaluation.rating_age import StaleRule, counts


def by_rated_location(
    ratings: Sequence[LocationRating],
    table: Mapping[str, Mapping[str, Decimal]],
    opened: date,
    stale_after_months: int,
    stale: StaleRule,
) -> list[Fraction]:
    """What the table says, by register and grade, of every location whose rating counts; others are left out."""
    return [
        Fraction(table[one.register][one.grade])
        for one in ratings
        if one.grade is not None
        and one.grade in table.get(one.register, {})
        and counts(one, opened, stale_after_months, stale)
    ]
