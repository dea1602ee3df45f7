"""What a low rating costs in monitoring, priced in from stated assumptions."""

from decimal import Decimal

import pytest
from msgspec.structs import replace

from candour.evaluation.award import evaluate
from candour.evaluation.bid import LocationRating
from candour.evaluation.errors import EvaluationError
from candour.evaluation.monitoring_cost import MonitoringCost

from .making import OPENED, bid, design, panel

RULE = MonitoringCost(
    costs={"cqc": {"good": Decimal("0.05"), "requires improvement": Decimal("0.60")}},
    missing=Decimal("0.20"),
    because="twelve visits a year instead of one, by a made-up officer, over 20,000 hours",
    stale_after_months=48,
    stale="as missing",
)


def location(grade: str | None) -> LocationRating:
    return LocationRating(register="cqc", location="1-2", grade=grade, inspected=OPENED.replace(year=2025))


def test_ten_pence_are_not_saved_where_monitoring_costs_more() -> None:
    """The cheaper bid is rated lower; its price counts with what it will cost to look after it."""
    cheap = replace(bid("A", "24.00"), ratings=(location("requires improvement"),))
    good = replace(bid("B", "24.10"), ratings=(location("good"),))
    scores = panel({"A": {"quality": 80}, "B": {"quality": 80}})
    without = evaluate(design(), [cheap, good], scores, OPENED).lots[0]
    priced_in = evaluate(design(monitoring_cost=RULE), [cheap, good], scores, OPENED).lots[0]
    assert [one.bid for one in without.winners] == ["A"]
    assert [one.bid for one in priced_in.winners] == ["B"]
    assert {one.bid: one.counted_price for one in priced_in.bids} == {"A": Decimal("24.60"), "B": Decimal("24.15")}
    assert {one.bid: one.price for one in priced_in.bids} == {"A": Decimal("24.00"), "B": Decimal("24.10")}


@pytest.mark.parametrize(
    ("ratings", "counted"),
    [
        ((), "24.20"),
        ((location(None),), "24.20"),
        ((location("good"), location("requires improvement")), "24.325"),
        ((location("good"), location(None)), "24.05"),
    ],
    ids=["no location", "unrated", "the mean of two", "unrated is left out"],
)
def test_a_missing_rating_costs_what_was_stated(ratings: tuple[LocationRating, ...], counted: str) -> None:
    one = replace(bid("A", "24.00"), ratings=ratings)
    found = evaluate(design(monitoring_cost=RULE), [one], panel({"A": {"quality": 80}}), OPENED).lots[0].bids[0]
    assert found.counted_price == Decimal(counted)


def test_an_unknown_grade_is_refused() -> None:
    one = replace(bid("A", "24.00"), ratings=(location("Good"),))
    with pytest.raises(EvaluationError, match="found the grade 'Good', expected one of good, requires improvement"):
        evaluate(design(monitoring_cost=RULE), [one], panel({"A": {"quality": 80}}), OPENED)


def test_costs_must_be_stated_with_what_they_rest_on() -> None:
    with pytest.raises(ValueError, match="expected what it rests on"):
        replace(RULE, because="")
    with pytest.raises(ValueError, match="expected 0 or more for each grade"):
        replace(RULE, missing=Decimal(-1))
