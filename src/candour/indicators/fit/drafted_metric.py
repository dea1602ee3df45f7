"""One metric of the library as a draft asks for it: all of it but the value."""

from collections.abc import Collection
from datetime import date
from typing import Any

from candour.care.published_codes import published_code
from candour.indicators.definition import Metric
from candour.indicators.fit.due_period import as_published, due_period, is_short
from candour.indicators.fit.fresh_id import fresh_id
from candour.indicators.fit.gap import Gap, delivered_example, promised_example
from candour.indicators.fit.held_contract import Term

_NOT_YET = {"state": "notReported", "stateReason": "No value has been published yet."}


def promised(
    metric: Metric, path: str, name: str, contract_period: dict[str, Any] | None
) -> tuple[dict[str, Any], Gap]:
    """The metric as a promise, and what a person has to say of it.

    `path` is where it will stand, and `name` the id of its value there.
    """
    period = {"period": contract_period} if contract_period else {}
    observation = {"id": name, **period, **_of_values(metric), **_NOT_YET}
    what = f"{metric.title}: the value promised, {_unit(metric)}. Take the metric out if nothing was promised."
    gap = Gap(path=f"{path}.observations[0]", kind="fill", what=what, put=promised_example(metric))
    return {**_head(metric), "observations": [observation]}, gap


def delivered(
    metric: Metric, path: str, term: Term, on: date, known: Collection[str] | None
) -> tuple[dict[str, Any], list[Gap]]:
    """The metric as a result for its next period, and what a person has to say of it.

    `known` are the ids of the observations that the contract has of it, None where it does not name the metric; what
    is published of it is not said again.
    """
    period = due_period(metric.period, term, on)
    observation = {
        "id": fresh_id(period.end.isoformat(), known or ()),
        "period": as_published(period),
        **_of_values(metric),
        **_collected(metric),
        **_NOT_YET,
    }
    what = f"{metric.title}, {_unit(metric)}: {metric.numerator}; out of: {metric.denominator}."
    gaps = [Gap(path=f"{path}.observations[0]", kind="fill", what=what, put=delivered_example(metric))]
    if is_short(metric.period, period):
        short = f"{metric.title} is of {metric.period}, and the contract is shorter: compare it with nothing else."
        gaps.append(Gap(path=f"{path}.observations[0].period", kind="check", what=short, put=observation["period"]))
    head = _head(metric) if known is None else {"id": metric.id}
    return {**head, "observations": [observation]}, gaps


def _head(metric: Metric) -> dict[str, Any]:
    return {
        "id": metric.id,
        "title": metric.title,
        "description": metric.question,
        "version": metric.version,
        "population": metric.population,
    }


def _of_values(metric: Metric) -> dict[str, Any]:
    return {"unit": {"name": metric.unit}, "denominatorOf": metric.denominator}


def _collected(metric: Metric) -> dict[str, str]:
    said = {"method": published_code(metric.collected.by)}
    if metric.collected.by == "survey":
        said["respondentsRole"] = published_code(metric.collected.roles[0])
    return said


def _unit(metric: Metric) -> str:
    return "as a share from 0 to 1" if metric.unit == "share" else f"in {metric.unit}"
