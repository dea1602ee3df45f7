"""What the figures of each unit add up to, apart by what makes them alike."""

from collections.abc import Iterable, Sequence

from candour.compare.measured.asked import Asked, Window
from candour.compare.measured.queries.condition import KEYS, Query, among, condition
from candour.compare.measured.queries.times import STEPS, Step
from candour.compare.measured.way import Way

WORKED_OUT = {"events": "ROUND(measure * denominator / $per)", "sums": "measure * denominator / $per"}
"""What was counted, where only the value and what it was divided by are published."""

ALIKE = (
    "metric_version", "unit", "population", "answered_by", "respondents_role", "method", "length"
)  # fmt: skip
"""The columns that have to agree; the fields of `Likeness` in their order."""
BEFORE_ALIKE = 4
"""So many columns come before them in the figures, and those of `Sums` after them, in their order."""

_COUNTED = """
WITH chosen AS (
    SELECT
        {key} AS unit_key,
        {name} AS unit_name,
        breakdown,
        {alike},
        {step} AS step,
        {stands} AS stands,
        state,
        period_start,
        period_end,
        measure,
        numerator,
        denominator,
        verified,
        state = 'value' AND measure IS NOT NULL AND period_start IS NOT NULL AND period_end IS NOT NULL AS has_value,
        COALESCE(measure < $least OR measure > $most, FALSE) AS impossible,
        COALESCE(
            denominator > 0 AND ABS(numerator * $per / denominator - measure) > $near + $nearly * ABS(measure), FALSE
        ) AS contradicts
    FROM compared_observations
    WHERE {condition}
),
judged AS (
    SELECT
        *,
        has_value AND NOT impossible AND NOT contradicts AS usable,
        CASE WHEN denominator > 0 THEN COALESCE(numerator, {worked_out}) END AS worth
    FROM chosen
)
SELECT
    unit_key,
    MIN(unit_name) AS unit_name,
    breakdown,
    step,
    {alike},
    COUNT(CASE WHEN usable AND stands THEN 1 END) AS figures,
    COUNT(CASE WHEN usable AND stands AND worth IS NOT NULL THEN 1 END) AS with_n,
    SUM(CASE WHEN usable AND stands THEN worth END) AS numerator,
    SUM(CASE WHEN usable AND stands AND worth IS NOT NULL THEN denominator END) AS denominator,
    COUNT(CASE WHEN usable AND stands AND worth IS NOT NULL AND numerator IS NULL THEN 1 END) AS worked_out,
    MAX(CASE WHEN usable AND stands THEN measure END) AS measure,
    MIN(CASE WHEN usable THEN period_start END) AS first_day,
    MAX(CASE WHEN usable THEN period_end END) AS last_day,
    COUNT(CASE WHEN usable AND stands AND verified THEN 1 END) AS verified,
    COUNT(CASE WHEN stands AND state = 'suppressed' THEN 1 END) AS suppressed,
    COUNT(CASE WHEN stands AND state = 'notComputable' THEN 1 END) AS not_computable,
    COUNT(CASE WHEN stands AND state = 'notReported' THEN 1 END) AS not_reported,
    COUNT(CASE WHEN stands AND state = 'value' AND NOT has_value THEN 1 END) AS unusable,
    COUNT(CASE WHEN stands AND has_value AND impossible THEN 1 END) AS impossible,
    COUNT(CASE WHEN stands AND has_value AND contradicts AND NOT impossible THEN 1 END) AS contradicting
FROM judged
GROUP BY unit_key, breakdown, step, {alike}
ORDER BY unit_key, breakdown, step
"""

_BREAKDOWNS = """
SELECT breakdown, COUNT(*) AS figures
FROM compared_observations
WHERE {condition} AND breakdown <> ''
GROUP BY breakdown
ORDER BY figures DESC, breakdown
"""


def figures_query(
    asked: Asked,
    way: Way,
    breakdowns: Sequence[str],
    window: Window | None,
    *,
    step: Step = "none",
    keys: Iterable[str] | None = None,
) -> Query:
    """What the figures of each unit add up to, apart by what makes them alike, by breakdown and by step of time.

    Where the figures of a contract do not add up, or are of times that overlap, its last counts alone. `keys` are the
    units, else all.
    """
    key, name, own = KEYS[asked.kind]
    which, parameters = condition(asked, breakdowns, window)
    if keys is not None:
        chosen, wanted = among(key, keys)
        which, parameters = f"{which} AND {chosen}", {**parameters, **wanted}
    sql = _COUNTED.format(
        key=key,
        name=name,
        alike=", ".join(ALIKE),
        step=STEPS[step].format(day="period_end"),
        stands=_stands(way, window, step),
        condition=f"{which} AND {own}",
        worked_out=WORKED_OUT[way.counts],
    )
    return sql, {**parameters, **way.bounds()}


def _stands(way: Way, window: Window | None, step: Step) -> str:
    """The condition that a figure counts: it adds up with others of its contract, or is the last of its time."""
    if step == "none":
        last = "next_end IS NULL" if window is None else "(next_end IS NULL OR next_end >= $until)"
    else:
        now, then = (STEPS[step].format(day=day) for day in ("period_end", "next_end"))
        last = f"(next_end IS NULL OR {then} <> {now})"
    return f"(NOT overlapping OR {last})" if way.adds_up else last


def breakdowns_query(asked: Asked) -> Query:
    """By what the figures of a metric are broken down: `breakdown, figures`, the most frequent first."""
    which, parameters = condition(asked, None, None)
    return _BREAKDOWNS.format(condition=which), parameters
