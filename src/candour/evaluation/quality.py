"""The quality of a bid, criterion by criterion, with what each score rests on."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

import msgspec

from candour.evaluation.bid import Bid
from candour.evaluation.criterion import ByFeedback, ByPanel, ByRating, Criterion
from candour.evaluation.design import Design
from candour.evaluation.errors import EvaluationError
from candour.evaluation.feedback import shrunk_share
from candour.evaluation.panel import Panel, PanelView, view
from candour.evaluation.rating_score import rating_score
from candour.statistics.proportion import wilson


class CriterionScore(msgspec.Struct, frozen=True, kw_only=True):
    """What one bid scored by one criterion.

    `fulfilment` is the score as a share (0-1) of the highest, `points` that share of the criterion's weight;
    `lived_experience` is what the points would be by the scores of people with lived experience alone, None where
    they did not score. `enough` is whether the criterion's minimum is reached. For ratings and feedback, `n` says how
    many they rest on; `low` to `high` are the scores of the worst and the best location, or the 95% interval of the
    share of content people as scores. A panel's own scores are in `panel`.
    """

    criterion: str
    score: Fraction
    fulfilment: Fraction
    points: Fraction
    enough: bool
    because: str
    lived_experience: Fraction | None = None
    panel: PanelView | None = None
    n: int | None = None
    low: float | None = None
    high: float | None = None


def quality(design: Design, bid: Bid, panel: Panel, opened: date) -> tuple[CriterionScore, ...]:
    """The scores of one bid by every criterion, in the design's order.

    Raises:
        EvaluationError: a score is missing or not of the scale; `checking.check` names all that are.
    """
    return tuple(_scored(criterion, bid, panel, opened) for criterion in design.criteria)


def fulfilments(scores: Sequence[CriterionScore]) -> dict[str, Fraction]:
    """How much of each criterion is fulfilled, 0-1."""
    return {score.criterion: score.fulfilment for score in scores}


def _scored(criterion: Criterion, bid: Bid, panel: Panel, opened: date) -> CriterionScore:
    match criterion.scored_by:
        case ByPanel():
            return _by_panel(criterion, bid, panel)
        case ByRating() as rule:
            return _by_rating(criterion, rule, bid, opened)
        case ByFeedback() as rule:
            return _by_feedback(criterion, rule, bid)


def _by_panel(criterion: Criterion, bid: Bid, panel: Panel) -> CriterionScore:
    seen = view(panel, bid.id, criterion.id)
    if seen is None:
        raise EvaluationError(f"bid {bid.id}: found no score by {criterion.id}, expected one; score it first")
    return _made(criterion, seen.counts, seen.reasons or f"scored by {len(seen.own)}", panel=seen)


def _by_rating(criterion: Criterion, rule: ByRating, bid: Bid, opened: date) -> CriterionScore:
    found = rating_score(bid.ratings, rule, opened)
    if not found.rated:
        return _made(criterion, found.score, f"no rating that counts; by the published rule: {rule.because}", n=0)
    because = f"{found.rated} of {found.locations} locations have a rating that counts"
    low, high = float(found.lowest), float(found.highest)
    return _made(criterion, found.score, because, n=found.rated, low=low, high=high)


def _by_feedback(criterion: Criterion, rule: ByFeedback, bid: Bid) -> CriterionScore:
    share = shrunk_share(bid.feedback, rule)
    highest = Fraction(criterion.scale.highest)
    if bid.feedback is None:
        return _made(criterion, share * highest, "no feedback; scored at the published neutral share", n=0)
    low, high = wilson(bid.feedback.content, bid.feedback.answered)
    because = (
        f"{bid.feedback.content} of {bid.feedback.answered} content ({bid.feedback.source}), "
        f"drawn towards the neutral {rule.neutral}"
    )
    return _made(
        criterion,
        share * highest,
        because,
        n=bid.feedback.answered,
        low=low * float(highest),
        high=high * float(highest),
    )


def _made(
    criterion: Criterion,
    score: Fraction,
    because: str,
    *,
    panel: PanelView | None = None,
    n: int | None = None,
    low: float | None = None,
    high: float | None = None,
) -> CriterionScore:
    share = score / Fraction(criterion.scale.highest)
    return CriterionScore(
        criterion=criterion.id,
        score=score,
        fulfilment=share,
        points=share * Fraction(criterion.weight),
        enough=criterion.minimum is None or score >= Fraction(criterion.minimum),
        because=because,
        lived_experience=_lived_experience(criterion, panel),
        panel=panel,
        n=n,
        low=low,
        high=high,
    )


def _lived_experience(criterion: Criterion, panel: PanelView | None) -> Fraction | None:
    if panel is None or panel.lived_experience is None:
        return None
    return panel.lived_experience / Fraction(criterion.scale.highest) * Fraction(criterion.weight)
