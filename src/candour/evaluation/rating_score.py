"""What the regulator's ratings of a bidder count, by the table that was published with the tender."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

import msgspec

from candour.evaluation.bid import LocationRating
from candour.evaluation.criterion import ByRating
from candour.evaluation.rated import by_rated_location


class RatingScore(msgspec.Struct, frozen=True, kw_only=True):
    """The mean score over `rated` locations out of `locations`; the rule's score where none is rated."""

    score: Fraction
    rated: int
    locations: int
    lowest: Fraction
    highest: Fraction
    """The scores of the locations that are rated worst and best."""


def rating_score(ratings: Sequence[LocationRating], rule: ByRating, opened: date) -> RatingScore:
    """The mean over the locations whose rating counts; locations without one are left out, and never 0."""
    scores = by_rated_location(ratings, rule.scores, opened, rule.stale_after_months, rule.stale)
    if not scores:
        missing = Fraction(rule.missing)
        return RatingScore(score=missing, rated=0, locations=len(ratings), lowest=missing, highest=missing)
    mean = sum(scores, Fraction()) / len(scores)
    lowest, highest = min(scores), max(scores)
    return RatingScore(score=mean, rated=len(scores), locations=len(ratings), lowest=lowest, highest=highest)
