"""What a person has to say in a draft, where, and what it may look like."""

from typing import Any, Literal

import msgspec

from candour.indicators.definition import Metric
from candour.indicators.metric_parts import MetricUnit

Fields = dict[str, Any]


class Gap(msgspec.Struct, frozen=True, kw_only=True):
    """One place of a draft that waits for a person.

    `path` leads to it in the release. `fill` is left out because only a person can know it; `check` stands there
    because we made or judged it. `put` is an example, to be merged into what stands at the path; null takes out.
    """

    path: str
    kind: Literal["fill", "check"]
    what: str
    put: Any


_EXAMPLES: dict[MetricUnit, tuple[float, int, int]] = {
    "workers per person": (6.5, 260, 40),
    "days": (12, 480, 40),
    "days per worker": (8, 320, 40),
    "pounds per hour": (13.2, 528, 40),
    "points out of 12": (8.1, 324, 40),
    "points out of 24": (17.5, 700, 40),
    "points of the instrument": (0.8, 32, 40),
    "per 100 people": (5, 2, 40),
    "per 100 contracts": (5, 2, 40),
    "per 100 posts": (5, 2, 40),
    "per 1,000 days": (0.5, 2, 4000),
    "per 1,000 medicine visits": (0.5, 2, 4000),
}
"""A value for each unit, and what it may have come from: what is counted, and out of how many."""
_SHARES = {"higher": (0.85, 34, 40), "lower": (0.01, 4, 400), "neither": (0.5, 20, 40)}
_VALUE: Fields = {"state": "value", "stateReason": None}


def promised_example(metric: Metric) -> Fields:
    """An example of the value that a contract may promise."""
    return _measure(metric, _numbers(metric)[0]) | _VALUE


def delivered_example(metric: Metric) -> Fields:
    """An example of the value that may be reported, and of what it rests on."""
    value, numerator, denominator = _numbers(metric)
    said = _measure(metric, value) | {"numerator": numerator, "denominator": denominator} | _VALUE
    if metric.collected.by == "survey":
        said |= {"respondents": 40, "invited": 64, "answeredBy": "themselves"}
    return said


def _numbers(metric: Metric) -> tuple[float, int, int]:
    return _SHARES[metric.direction] if metric.unit == "share" else _EXAMPLES[metric.unit]


def _measure(metric: Metric, value: float) -> Fields:
    if metric.unit == "pounds per hour":
        return {"value": {"amount": value, "currency": "GBP"}}
    return {"measure": value}
