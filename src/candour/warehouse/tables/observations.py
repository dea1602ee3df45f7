"""What promises and deliveries share: metrics and their observations."""

from collections.abc import Iterator
from typing import Any

from candour.warehouse.tables.columns import money, plain
from candour.warehouse.tables.definition import Column, Entry, as_json, attribute, derived, field, of_parent
from candour.warehouse.tables.kinds import AMOUNT, JSON, TEXT, TIME
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


HOLDER_ID = attribute("holder_id")
COLUMNS = (
    Column("metric_id", TEXT, "id of the metric, the same for a promise and its delivery", of_parent("id")),
    Column("metric_title", TEXT, "title of the metric", of_parent("title")),
    Column("metric_description", TEXT, "description of the metric", of_parent("description")),
    plain("observation_id", TEXT, "id", "id of the observation; null where the metric has none"),
    plain("period_start", TIME, "period.startDate", "start of the period"),
    plain("period_end", TIME, "period.endDate", "end of the period"),
    Column("measure", AMOUNT, "the measure, where it is a number", derived(_number)),
    plain("measure_text", TEXT, "measure", "the measure as published"),
    *money("value_", "value", "the value, where it is an amount of money"),
    plain("unit_scheme", TEXT, "unit.scheme", "scheme of the unit"),
    plain("unit_id", TEXT, "unit.id", "code of the unit"),
    plain("unit_name", TEXT, "unit.name", "the unit"),
    Column("dimensions", JSON, "what the observation is split by", as_json(field("dimensions"))),
    plain("notes", TEXT, "notes", "notes"),
)
