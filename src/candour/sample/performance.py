"""What was promised of the care, and what came of it: targets, quarterly observations, failures."""

from dataclasses import dataclass
from typing import Any

from candour.sample import days
from candour.sample.amounts import pounds
from candour.sample.draws import Draws
from candour.sample.procurement import Lot, Procurement

QUARTER_DAYS = 91
FAILURES_AT_WORST = 0.5
"""The chance that a provider of quality 0 fails in a half-year; one of quality 1 never does."""


@dataclass(frozen=True, slots=True)
class Metric:
    """A metric of the outcome library: what providers of quality 0 and of quality 1 reach, and the noise about it."""

    id: str
    title: str
    unit: str
    target: float
    worst: float
    best: float
    noise: float
    digits: int


METRICS = (
    Metric("satisfaction", "Satisfaction", "share", 0.85, 0.55, 0.97, 0.03, 3),
    Metric("missed-visits", "Missed visits", "share", 0.01, 0.05, 0.002, 0.003, 4),
    Metric("continuity-of-workers", "Continuity of workers", "workers per person", 6.0, 14.0, 3.0, 0.8, 1),
    Metric("staff-turnover", "Staff turnover", "share", 0.25, 0.60, 0.10, 0.04, 3),
)
_FAILURE_CATEGORIES = ("Late or missed visits", "Records not kept", "Staffing below the agreed level")


def targets() -> list[dict[str, Any]]:
    """The promise: one target a metric."""
    return [
        {
            "id": metric.id,
            "title": metric.title,
            "description": "Fictional target, to be met in every quarter.",
            "observations": [{"id": "target", "measure": metric.target, "unit": {"name": metric.unit}}],
        }
        for metric in METRICS
    ]


def delivered(facts: Procurement, lot: Lot, first: int, last: int, draws: Draws) -> dict[str, Any]:
    """The implementation of a lot's contract from quarter `first` to `last`; a contract begins with quarter 1."""
    quality = lot.winners[0].quality
    implementation: dict[str, Any] = {
        "metrics": [
            {
                "id": metric.id,
                "title": metric.title,
                "observations": [
                    _observation(facts, metric, quality, quarter, draws) for quarter in range(first, last + 1)
                ],
            }
            for metric in METRICS
        ]
    }
    if draws.chance((1.0 - quality) * FAILURES_AT_WORST):
        implementation["performanceFailures"] = [_failure(facts, first, last, draws)]
    return implementation


def ending(facts: Procurement, lot: Lot, draws: Draws) -> dict[str, Any]:
    """How the implementation of a lot's contract ended."""
    return {
        "endDate": days.end(facts.end_day),
        "endDateDetails": "The contract ended when it was agreed to end. Fictional sample.",
        "finalValue": pounds(round(lot.pounds * draws.near(1.0, 0.06))),
    }


def _observation(facts: Procurement, metric: Metric, quality: float, quarter: int, draws: Draws) -> dict[str, Any]:
    expected = metric.worst + (metric.best - metric.worst) * quality
    measure = max(0.0, draws.near(expected, metric.noise))
    if metric.unit == "share":
        measure = min(1.0, measure)
    return {
        "id": f"{metric.id}-{quarter}",
        "period": _period(facts, quarter, quarter),
        "measure": round(measure, metric.digits),
        "unit": {"name": metric.unit},
        "dimensions": {"denominator": str(draws.whole(40, 400))},
    }


def _failure(facts: Procurement, first: int, last: int, draws: Draws) -> dict[str, Any]:
    return {
        "id": f"failure-{last}",
        "period": _period(facts, first, last),
        "category": draws.pick(_FAILURE_CATEGORIES),
        "events": draws.whole(1, 9),
        "penaltyContracted": "One percent of the quarter's payment for each event after the third.",
        "penaltyImposed": "One percent of the quarter's payment.",
        "penaltyPaid": draws.chance(0.7),
    }


def _period(facts: Procurement, first: int, last: int) -> dict[str, Any]:
    return {
        "startDate": days.start(facts.start_day + (first - 1) * QUARTER_DAYS),
        "endDate": days.end(facts.start_day + last * QUARTER_DAYS - 1),
    }
