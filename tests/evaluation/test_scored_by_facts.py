"""Regulators' ratings and people's feedback as criteria."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.evaluation.award import evaluate
from candour.evaluation.bid import Feedback, LocationRating
from candour.evaluation.criterion import ByFeedback, ByRating, Criterion, ScoredBy
from candour.evaluation.errors import EvaluationError
from candour.evaluation.feedback import shrunk_share
from candour.evaluation.panel import Panel
from candour.evaluation.quality import CriterionScore

from .making import HUNDRED, OPENED, bid, design

RULE = ByFeedback(neutral=Decimal("0.80"), weight_of_neutral=20, enough=100)
NOBODY = Panel(members=(), rule="mean", own=())


def scored(by: ScoredBy, **facts: object) -> CriterionScore:
    criterion = Criterion(
        id="fact", title="Fact", question="What is known?", weight=Decimal(60), scale=HUNDRED, scored_by=by
    )
    made = design()
    made = type(made)(**{**{name: getattr(made, name) for name in made.__struct_fields__}, "criteria": (criterion,)})
    return evaluate(made, [bid("A", "24.00", **facts)], NOBODY, OPENED).lots[0].bids[0].scores[0]


def test_four_of_four_do_not_outrank_ninety_seven_of_a_hundred() -> None:
    few, many = (shrunk_share(Feedback(content=c, answered=n, source="x"), RULE) for c, n in ((4, 4), (97, 100)))
    assert (few, many) == (Fraction(20, 24), Fraction(113, 120))


def test_more_answers_than_enough_change_nothing() -> None:
    small, large = (
        shrunk_share(Feedback(content=c, answered=n, source="x"), RULE) for c, n in ((95, 100), (950, 1000))
    )
    assert small == large


def test_without_feedback_the_neutral_share_counts() -> None:
    found = scored(RULE)
    assert (found.score, found.n, found.low) == (80, 0, None)


@given(content=st.integers(0, 300), more=st.integers(0, 300))
def test_the_share_lies_between_neutral_and_what_was_answered(content: int, more: int) -> None:
    answered = content + more
    if not answered:
        return
    share = shrunk_share(Feedback(content=content, answered=answered, source="x"), RULE)
    own = Fraction(content, answered)
    assert min(own, Fraction(4, 5)) <= share <= max(own, Fraction(4, 5))


def test_feedback_carries_its_n_and_interval() -> None:
    found = scored(RULE, feedback=Feedback(content=97, answered=100, source="fictional survey"))
    assert (found.n, found.low, found.high) == (100, pytest.approx(91.5481), pytest.approx(98.9745, abs=1e-3))


BY_RATING = ByRating(
    scores={"cqc": {"outstanding": Decimal(100), "good": Decimal(80), "inadequate": Decimal(0)}},
    missing=Decimal(70),
    because="a third of services have no rating, most of them new",
    stale_after_months=48,
    stale="as missing",
)


def location(grade: str | None, year: int = 2025) -> LocationRating:
    return LocationRating(register="cqc", location="1-2", grade=grade, inspected=OPENED.replace(year=year))


@pytest.mark.parametrize(
    ("ratings", "score", "n"),
    [
        ((location("good"),), 80, 1),
        ((location("good"), location("outstanding")), 90, 2),
        ((location("good"), location(None)), 80, 1),
        ((location(None),), 70, 0),
        ((), 70, 0),
        ((location("inadequate", 2019),), 70, 0),
        ((location("inadequate"),), 0, 1),
    ],
    ids=["good", "mean", "unrated is left out", "unrated", "no location", "old", "inadequate"],
)
def test_ratings_by_the_published_table(ratings: tuple[LocationRating, ...], score: int, n: int) -> None:
    found = scored(BY_RATING, ratings=ratings)
    assert (found.score, found.n) == (score, n)


def test_an_unknown_grade_is_refused_and_not_taken_for_none() -> None:
    with pytest.raises(EvaluationError, match="found the grade 'Good', expected one of outstanding, good"):
        scored(BY_RATING, ratings=(location("Good"),))


def test_no_rule_may_score_a_missing_rating_as_the_worst() -> None:
    rule = ByRating(scores=BY_RATING.scores, missing=Decimal(0), because="x", stale_after_months=1, stale="as rated")
    with pytest.raises(ValueError, match="to have no rating is not to have a bad one"):
        scored(rule)
