"""What promises and deliveries share: metrics and their observations."""

from collections.abc import Iterator
from typing import Any

from candour.warehouse.tables.columns import money, plain
from candour.warehouse.tables.definition import (
    Column,
    Entry,
    Rows,
    Source,
    as_json,
    derived,
    field,
    of_parent,
)
from candour.warehouse.tables.kinds import AMOUNT, JSON, TEXT, TIME, WHOLE
from candour.warehouse.tables.process import Process, pieces

Holder = tuple[str, int | None, Any]
"""The stage, and the position and id of the award or contract that holds the metric."""


def entries_of(process: Process, metrics: list[dict[str, Any]], path: str, holder: Holder) -> Iterator[Entry]:
    """One entry an observation; a metric without observations is one entry too, so that it is not lost."""
    stage, number, holder_id = holder
    path = f"{path}.observations"
    for metric in metrics:
        for observation in pieces(metric, "observations") or [{}]:
            yield Entry(process, observation, path, metric, number, stage, holder_id)


def _number(entry: Entry) -> float | int | None:
    measure = entry.node.get("measure")
    return measure if type(measure) is int or type(measure) is float else None


def _of_measure(name: str) -> Source:
    """A number that the measure was made from, which was among the dimensions before it had a field."""

    def values(rows: Rows) -> list[Any]:
        observations, dimensions = rows.below("node"), rows.below("node", "dimensions")
        return [
            observation[name] if name in observation else _digits(split[name]) if name in split else None
            for observation, split in zip(observations, dimensions, strict=True)
        ]

    return Source(values, name)


def _digits(published: Any) -> Any:
    if type(published) is int:
        return published
    return int(published) if type(published) is str and published.isascii() and published.isdigit() else None


def _states(rows: Rows) -> list[Any]:
    return [
        observation["state"]
        if "state" in observation
        else "value"
        if observation.get("measure") is not None or observation.get("value")
        else None
        for observation in rows.below("node")
    ]


_OF_THE_MEASURE = frozenset({"numerator", "denominator"})


def _breakdown(entry: Entry) -> str:
    split = entry.node.get("dimensions")
    if type(split) is not dict:
        return ""
    return "; ".join(f"{name}={split[name]}" for name in sorted(split) if name not in _OF_THE_MEASURE)


COLUMNS = (
    Column("metric_id", TEXT, "id of the metric, the same for a promise and its delivery", of_parent("id")),
    Column("metric_version", WHOLE, "version of the metric: other versions cannot be compared", of_parent("version")),
    Column("metric_title", TEXT, "title of the metric", of_parent("title")),
    Column("metric_description", TEXT, "description of the metric", of_parent("description")),
    Column("metric_population", TEXT, "whom or what the metric counts", of_parent("population")),
    plain("observation_id", TEXT, "id", "id of the observation; null where the metric has none"),
    plain("period_start", TIME, "period.startDate", "start of the period"),
    plain("period_end", TIME, "period.endDate", "end of the period"),
    Column("measure", AMOUNT, "the measure, where it is a number", derived(_number)),
    plain("measure_text", TEXT, "measure", "the measure as published"),
    *money("value_", "value", "the value, where it is an amount of money"),
    plain("unit_scheme", TEXT, "unit.scheme", "scheme of the unit"),
    plain("unit_id", TEXT, "unit.id", "code of the unit"),
    plain("unit_name", TEXT, "unit.name", "the unit"),
    Column(
        "numerator",
        AMOUNT,
        "what was counted; where it has no field of its own, digits in `dimensions.numerator`",
        _of_measure("numerator"),
    ),
    Column(
        "denominator",
        AMOUNT,
        "out of how many; where it has no field of its own, digits in `dimensions.denominator`",
        _of_measure("denominator"),
    ),
    plain("denominator_of", TEXT, "denominatorOf", "what the denominator counts"),
    plain("respondents", WHOLE, "respondents", "how many answered"),
    plain("invited", WHOLE, "invited", "how many were asked"),
    plain("respondents_role", TEXT, "respondentsRole", "who answered: the people supported, families, workers…"),
    plain("answered_by", TEXT, "answeredBy", "themselves, themselvesWithHelp or proxy (somebody else for them)"),
    plain("method", TEXT, "method", "how it was observed: survey, visitLog, careRecords…"),
    plain("verified_by_role", TEXT, "verifiedBy.role", "who verified it, by role; null where nobody did"),
    plain("verified_on", TIME, "verifiedBy.date", "when it was verified"),
    Column(
        "state",
        TEXT,
        "value, suppressed, notComputable or notReported as published; else value where there is a measure or value",
        Source(_states, "state"),
    ),
    plain("state_reason", TEXT, "stateReason", "why it is in that state"),
    Column("dimensions", JSON, "what the observation is split by", as_json(field("dimensions"))),
    Column(
        "breakdown",
        TEXT,
        "the part of the people that it is about, as name=value; empty for everybody",
        derived(_breakdown),
    ),
    plain("notes", TEXT, "notes", "notes"),
)
