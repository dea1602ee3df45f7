"""Whether a rating counts on a day, by the rule for old ratings that was published with the tender."""

from datetime import date
from typing import Literal

from candour.evaluation.bid import LocationRating

StaleRule = Literal["as rated", "as missing"]
"""What becomes of a rating that is old on the day: it counts all the same, or as if there were none."""


def counts(rating: LocationRating, day: date, stale_after_months: int, stale: StaleRule) -> bool:
    """Whether there is a grade and it is young enough; one whose inspection has no date counts as old."""
    if rating.grade is None:
        return False
    return stale == "as rated" or (
        rating.inspected is not None and _months(rating.inspected, day) < stale_after_months
    )


def _months(start: date, end: date) -> int:
    """Whole months from one day to another."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (end.day < start.day)
