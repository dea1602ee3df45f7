"""The figures of one council outcome as the tables hold them: by council and period, with what belongs to each."""

from collections.abc import Mapping
from typing import Any

import msgspec

from candour.care.council_measure import Measure
from candour.care.period import Period
from candour.compare.measured.answer import Figure, Source
from candour.compare.measured.unit_figures import BYAR, WILSON
from candour.compare.measured.way import ESTIMATE, Way
from candour.statistics.poisson_rate import poisson_limits
from candour.statistics.proportion import wilson
from candour.warehouse.engine import Engine

MARGIN = "margin of error as published, 95%"
ROUNDED_TO = 5
"""Counts of people are published to the nearest 5."""
ROUNDED = 0.06
"""Figures are published with a decimal."""

MONEY, EVENTS = frozenset({"lgbf-sw2"}), frozenset({"workforce-turnover", "lgbf-sw6"})
"""Percentages whose parts are sums of money, and figures that count events of which one can have several."""

_ROWS = """
SELECT
    COALESCE(council_outcomes.gss, LOWER(TRIM(council_outcomes.name))) AS council_key,
    council_outcomes.council,
    council_outcomes.name,
    period_start,
    period_end,
    statistic,
    dimensions,
    value,
    state,
    council_outcomes.receipt,
    receipts.sha256
FROM council_outcomes
LEFT JOIN receipts ON receipts.receipt = council_outcomes.receipt
WHERE measure = $measure AND level = 'council'
ORDER BY first_seen, council_outcomes.receipt, council_outcomes.name, statistic
"""


class Published(msgspec.Struct, frozen=True):
    """What is published of one council for one period; statistics without a value are left out of `others`."""

    state: str
    value: float | None
    others: Mapping[str, float]
    source: Source


class OfCouncil(msgspec.Struct, frozen=True):
    """A council with its figures by period. `organisation` is None for one that is in no table of councils."""

    key: str
    name: str
    organisation: str | None
    periods: Mapping[Period, Published]


def figures_of_councils(tables: Engine, measure: Measure, breakdown: str) -> dict[str, OfCouncil]:
    """Every council with a figure of the measure, for everybody or for a part as name=value.

    Where one thing has several figures the last with a value counts.
    """
    wanted = [breakdown] if breakdown else []
    rows: dict[tuple[str, Period], dict[str, Any]] = {}
    named: dict[str, tuple[str, str | None]] = {}
    for row in tables.query(_ROWS, {"measure": measure.id}):
        if list(row.dimensions or ()) != wanted or row.council_key is None:
            continue
        held = rows.setdefault((row.council_key, Period(row.period_start, row.period_end)), {})
        named[row.council_key] = (row.name or row.council_key, row.council)
        if row.statistic not in held or row.state == "value":
            held[row.statistic] = row
    found: dict[str, dict[Period, Published]] = {}
    for (key, period), statistics in rows.items():
        if "outcome" in statistics:
            found.setdefault(key, {})[period] = _published(measure, statistics)
    return {key: OfCouncil(key, *named[key], periods) for key, periods in found.items()}


def way_of_measure(measure: Measure) -> Way:
    """What may be said of a measure's spread, by the statistics that its publisher gives."""
    if "margin of error" in measure.statistics:
        return ESTIMATE
    if not {"numerator", "denominator"} <= set(measure.statistics):
        return Way(kind="bare")
    if measure.id in EVENTS:
        return Way(kind="rate", per=100 if measure.unit == "percent" else 1)
    if measure.unit == "people per 100,000":
        return Way(kind="rate", per=100_000)
    if measure.unit == "percent" and measure.id not in MONEY:
        return Way(kind="share", per=100)
    return Way(kind="ratio")


def figure_of_council(way: Way, published: Published) -> Figure:
    """The figure as published, with its interval; or the state that it is published in."""
    if published.value is None:
        return _without_value(published.state)
    value, others = published.value, published.others
    margin = others.get("margin of error")
    if way.kind == "estimate":
        if not margin:
            return Figure(state="value", value=value, no_interval="its margin of error is not published")
        return Figure(state="value", value=value, low=value - margin, high=value + margin, interval=MARGIN)
    above, below = others.get("numerator"), others.get("denominator")
    if way.why_no_interval or above is None or not below:
        return Figure(state="value", value=value, no_interval=way.why_no_interval or "its counts are not published")
    if not _agrees(way, value, above, below):
        return Figure(state="value", value=value, no_interval="its counts do not give the figure: it was weighted")
    low, high = wilson(round(above), round(below)) if way.kind == "share" else _rate(above, below)
    return Figure(
        state="value",
        value=value,
        low=min(value, way.per * low),
        high=max(value, way.per * high),
        numerator=above,
        denominator=below,
        interval=WILSON if way.kind == "share" else BYAR,
    )


def _agrees(way: Way, value: float, above: float, below: float) -> bool:
    """Whether counts give the figure, as far as rounding lets one see."""
    slack = way.per * ROUNDED_TO / 2 / below * (1 + above / below) + ROUNDED
    return abs(way.per * above / below - value) <= slack and (way.kind == "rate" or above <= below)


def _rate(above: float, below: float) -> tuple[float, float]:
    low, high = poisson_limits(round(above))
    return low / below, high / below


def _without_value(state: str) -> Figure:
    match state:
        case "suppressed":
            return Figure(state="suppressed", because="suppressed by the publisher")
        case "not reported":
            return Figure(state="not reported", because="the council reported nothing")
        case _:
            return Figure(state="not computable", because=f"{state}, as its publisher says")


def _published(measure: Measure, statistics: Mapping[str, Any]) -> Published:
    outcome = statistics["outcome"]
    others = {
        name: float(row.value) for name, row in statistics.items() if name != "outcome" and row.value is not None
    }
    source = Source(publisher=measure.publisher, receipt=outcome.receipt, sha256=outcome.sha256 or "")
    value = None if outcome.value is None else float(outcome.value)
    return Published(outcome.state, value, others, source)
