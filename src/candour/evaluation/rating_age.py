"""Whether a rating counts on a day, by the rule for old ratings that was published with the tender."""

from datetime import date
from typing import Literal

from candour.evaluation.bid import LocationRating
from candour.evaluation.months import months_between

StaleRule = Literal["as rated", "as missing"]
"""What becomes of a rating that is old on the day: it counts all the same, or as if there were none."""


def counts(rating: LocationRating, day: date, stale_after_months: int, stale: StaleRule) -> bool:
    """Whether there is a grade and it is young enough; one whose inspection has no date counts as old."""
    if rating.grade is None:
        return False
    return stale == "as rated" or (
        rating.inspected is not None and months_between(rating.inspected, day) < stale_after_months
    )
