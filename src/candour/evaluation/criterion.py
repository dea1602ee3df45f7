"""A criterion of quality: what is asked, how many points it has, and who or what scores it."""

from decimal import Decimal
from typing import TypeAlias

import msgspec

from candour.evaluation.rating_age import StaleRule
from candour.evaluation.scale import Scale


class ByPanel(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="by", tag="panel"):
    """People read the answer and score it."""


class ByRating(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="by", tag="rating"):
    """The regulator's ratings of the bidder's locations are scored, by a table that was published with the tender.

    `scores` holds, by register, the score of each grade in the register's own words. A bidder without a rating, or
    with one older than `stale_after_months` where `stale` is "as missing", is scored with `missing`, which is above
    the lowest score: to have no rating is not to have a bad one. `because` gives the reason for that rule.
    """

    scores: dict[str, dict[str, Decimal]]
    missing: Decimal
    because: str
    stale_after_months: int
    stale: StaleRule


class ByFeedback(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="by", tag="feedback"
):
    """The share of people who are content, drawn towards `neutral` by as much as there are few answers.

    `neutral` (0-1) and `weight_of_neutral` (in answers) are published with the tender; answers beyond `enough` change
    nothing more, so that being large is not rewarded. A bidder without feedback is scored at `neutral`.
    """

    neutral: Decimal
    weight_of_neutral: int
    enough: int

    def __post_init__(self) -> None:
        if not 0 < self.neutral <= 1:
            raise ValueError(f"neutral: found {self.neutral}, expected a share above 0 and up to 1")
        if self.weight_of_neutral < 1 or self.enough < 1:
            raise ValueError("weight_of_neutral, enough: expected 1 answer or more")


ScoredBy: TypeAlias = ByPanel | ByRating | ByFeedback


class Criterion(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`weight` is in points of the 100 of the whole award; a bid that scores below `minimum` cannot win."""

    id: str
    title: str
    question: str
    weight: Decimal
    scale: Scale
    minimum: Decimal | None = None
    scored_by: ScoredBy = ByPanel()

    def __post_init__(self) -> None:
        if not (self.id and self.title and self.question):
            raise ValueError("a criterion: expected an id, a title and the question that is asked")
        if not self.weight.is_finite() or self.weight <= 0:
            raise ValueError(f"{self.id}: found a weight of {self.weight}, expected more than 0 points")
        lowest = self.scale.levels[0].score
        if self.minimum is not None and not lowest <= self.minimum <= self.scale.highest:
            raise ValueError(f"{self.id}: found a minimum of {self.minimum}, expected a score of its scale")
        if isinstance(self.scored_by, ByRating):
            _check_rating(self.id, self.scored_by, self.scale)


def _check_rating(criterion: str, rule: ByRating, scale: Scale) -> None:
    lowest, highest = scale.levels[0].score, scale.highest
    scores = [score for grades in rule.scores.values() for score in grades.values()]
    if not scores or not all(lowest <= score <= highest for score in scores):
        raise ValueError(f"{criterion}: scores: expected a score of the scale for each grade of each register")
    if not lowest < rule.missing <= highest:
        raise ValueError(
            f"{criterion}: missing: found {rule.missing}, expected more than the lowest score ({lowest}): to have no "
            "rating is not to have a bad one"
        )
    if not rule.because:
        raise ValueError(f"{criterion}: because: expected the reason for the rule on missing ratings")
    if rule.stale_after_months < 1:
        raise ValueError(f"{criterion}: stale_after_months: found {rule.stale_after_months}, expected 1 or more")
