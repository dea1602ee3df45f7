"""What was promised of the care, and what came of it: targets, observations with their counts, failures."""

from typing import Any

from candour.sample import days
from candour.sample.amounts import pounds
from candour.sample.draws import Draws
from candour.sample.metrics import Metric, agreed
from candour.sample.procurement import Lot, Procurement

QUARTER_DAYS = 91
FAILURES_AT_WORST = 0.5
"""The chance that a provider of quality 0 fails in a half-year; one of quality 1 never does."""
ANSWERS_AT_LEAST = 10
"""What fewer people answered is withheld."""
NOT_ASKED = 0.05
"""The share of surveys that were due and not held."""
VERIFIED = 0.15
COUNTS_AMONG_DIMENSIONS_EVERY = 6
"""Every sixth provider still writes counts where they stood before there was a field for them."""
SILENT_AFTER_HAND_BACK = 0.3
_FAILURE_CATEGORIES = ("Late or missed visits", "Records not kept", "Staffing below the agreed level")
_POUNDS_A_PERSON = 18_000
"""What a year's care for one person costs here."""


def targets(facts: Procurement) -> list[dict[str, Any]]:
    """The promise: one target a metric."""
    return [
        {
            "id": metric.id,
            "title": metric.title,
            "version": 1,
            "observations": [{"id": "target", "measure": metric.target, "unit": {"name": metric.unit}}],
        }
        for metric in agreed(facts.service, facts.number)
    ]


def delivered(
    facts: Procurement, lot: Lot, first: int, last: int, draws: Draws, faults: frozenset[str] = frozenset()
) -> dict[str, Any]:
    """The implementation of a lot's contract from quarter `first` to `last`; a contract begins with quarter 1."""
    implementation: dict[str, Any] = {
        "metrics": [
            _reported(facts, lot, metric, first, last, draws) for metric in agreed(facts.service, facts.number)
        ]
    }
    if "other metric version" in faults:
        implementation["metrics"][0]["version"] = 2
    if "share as percent" in faults:
        turnover = next(one for one in implementation["metrics"] if one["id"] == "staff-turnover")["observations"][0]
        turnover["measure"] = round(turnover["measure"] * 100, 1)
    if draws.chance((1.0 - lot.winners[0].quality) * FAILURES_AT_WORST):
        implementation["performanceFailures"] = [_failure(facts, first, last, draws)]
    return implementation


def ending(facts: Procurement, lot: Lot, draws: Draws) -> dict[str, Any]:
    """How the implementation of a lot's contract ended."""
    if facts.handed_back:
        why = "The provider handed the contract back before its end, for want of workers. Fictional sample."
    else:
        why = "The contract ended when it was agreed to end. Fictional sample."
    part = (facts.ended_day - facts.start_day) / (facts.end_day - facts.start_day)
    return {
        "endDate": days.end(facts.ended_day),
        "endDateDetails": why,
        "finalValue": pounds(round(lot.pounds * part * draws.near(1.0, 0.06))),
    }


def silent(draws: Draws) -> bool:
    """Whether whoever handed a contract back said nothing of its results."""
    return draws.chance(SILENT_AFTER_HAND_BACK)


WITHOUT_METRICS = {
    "noMetricsRationale": "The contract was handed back before results were counted. Fictional sample."
}


def people(facts: Procurement, lot: Lot) -> int:
    """How many a lot supports at a time."""
    years = (facts.end_day - facts.start_day) / 365
    return max(6, round(lot.pounds / years / _POUNDS_A_PERSON))


def _reported(facts: Procurement, lot: Lot, metric: Metric, first: int, last: int, draws: Draws) -> dict[str, Any]:
    quarters = (last,) if metric.yearly else range(first, last + 1)
    return {
        "id": metric.id,
        "title": metric.title,
        "version": 1,
        "population": metric.population,
        "observations": [_observation(facts, lot, metric, quarter, draws) for quarter in quarters],
    }


def _observation(facts: Procurement, lot: Lot, metric: Metric, quarter: int, draws: Draws) -> dict[str, Any]:
    head = {
        "id": f"{metric.id}-{quarter}",
        "period": _period(facts, max(1, quarter - 3) if metric.yearly else quarter, quarter),
    }
    counted = counts(metric, lot.winners[0].quality, people(facts, lot), draws)
    if "numerator" in counted and lot.winners[0].number % COUNTS_AMONG_DIMENSIONS_EVERY == 1:
        before = {name: str(counted[name]) for name in ("numerator", "denominator")}
        return {**head, "measure": counted["measure"], "unit": counted["unit"], "dimensions": before}
    if draws.chance(VERIFIED) and "measure" in counted:
        checked = days.start(facts.start_day + quarter * QUARTER_DAYS + 12)
        counted["verifiedBy"] = {"role": "independent", "date": checked}
    return head | counted


def counts(metric: Metric, quality: float, supported: int, draws: Draws) -> dict[str, Any]:
    """The measure of a provider of this quality that supports so many, with what it was made from; or why not."""
    about: dict[str, Any] = {"method": metric.method}
    if metric.surveyed:
        invited = _workers(supported) if metric.role == "careWorker" else supported
        about |= {"invited": invited, "respondentsRole": metric.role}
        if draws.chance(NOT_ASKED):
            return about | {"state": "notReported", "stateReason": "The survey of this year was not held."}
        denominator = round(invited * (0.35 + 0.4 * draws.share()))
        if denominator < ANSWERS_AT_LEAST:
            return about | {"state": "suppressed", "stateReason": "So few answered that answers could be traced."}
        about |= {"respondents": denominator, "answeredBy": "themselves"}
    else:
        denominator = _denominator(metric, supported, draws)
    if not denominator:
        return about | {"state": "notComputable", "stateReason": "There were none in the period."}
    expected = max(0.0, draws.near(metric.expected(quality), metric.noise))
    numerator = round(expected * denominator / metric.scale)
    if metric.unit == "share":
        numerator = min(numerator, denominator)
    return {
        "measure": round(metric.scale * numerator / denominator, metric.digits),
        "unit": {"name": metric.unit},
        "numerator": numerator,
        "denominator": denominator,
        "denominatorOf": metric.counted_of,
        **about,
    }


def _denominator(metric: Metric, supported: int, draws: Draws) -> int:
    near = max(0.5, draws.near(1.0, 0.05))
    match metric.counts:
        case "visits":
            return round(supported * 160 * near)
        case "frequent visits":
            return max(5, round(supported * 0.8 * near))
        case "workers":
            return _workers(supported)
        case "pounds":
            return round(supported * _POUNDS_A_PERSON / 4 * near)
        case "hours":
            return round(supported * 190 * near)
        case "minutes":
            return round(supported * 5200 * near)
        case "days":
            return round(supported * QUARTER_DAYS * near)
        case "complaints":
            return draws.whole(0, 2 + supported // 10)
        case _:
            return max(5, round(supported * 0.7 * near))


def _workers(supported: int) -> int:
    return max(6, round(supported * 0.7))


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
