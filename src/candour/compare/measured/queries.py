"""Every query that a comparison of metrics asks the tables.

They are put together from this package's own words only; whatever comes from outside is a parameter.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

from candour.compare.measured.asked import Asked, KindName, Window, is_gss
from candour.compare.measured.way import Way

Query = tuple[str, dict[str, object]]

WORKED_OUT = {"events": "ROUND(measure * denominator / $per)", "sums": "measure * denominator / $per"}
"""What was counted, where only the value and what it was divided by are published."""

ALIKE = (
    "metric_version", "unit", "population", "answered_by", "respondents_role", "method", "length"
)  # fmt: skip
"""The columns that have to agree; the fields of `Likeness` in their order."""
BEFORE_ALIKE = 4
"""So many columns come before them in the figures, and those of `Sums` after them, in their order."""

_KEYS: dict[KindName, tuple[str, str, str]] = {
    "providers": ("provider_key", "provider_name", "provider_key IS NOT NULL"),
    "councils": ("council_key", "council_name", "council_key IS NOT NULL AND is_first"),
    "contract-models": ("contract_model", "contract_model", "is_first"),
    "contracts": (
        "CONCAT(CAST(process_number AS VARCHAR), '.', CAST(contract_number AS VARCHAR))",
        "CAST(NULL AS VARCHAR)",
        "is_first",
    ),
}
"""For each kind: the key of a unit, its name, and which rows are its own."""

_QUARTERS = """
SELECT DATE_TRUNC('quarter', period_end) AS quarter, COUNT(*) AS figures
FROM compared_observations
WHERE {condition} AND state = 'value' AND period_end IS NOT NULL
GROUP BY 1
ORDER BY 1
"""

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

_CONTRACTS = """
SELECT CONCAT(CAST(processes.process_number AS VARCHAR), '.', CAST(contracts.contract_number AS VARCHAR)) AS unit_key,
    contracts.ocid, contracts.contract_id, contracts.title
FROM contracts
JOIN processes ON processes.ocid = contracts.ocid
WHERE {condition}
ORDER BY unit_key
"""

_SOURCES = """
WITH process AS (
    SELECT DISTINCT {key} AS unit_key, process_number FROM compared_observations WHERE {condition} AND {shown}
)
SELECT process.unit_key, releases.publisher, releases.receipt, receipts.sha256, COUNT(*) AS releases
FROM process
JOIN processes ON processes.process_number = process.process_number
JOIN releases ON releases.ocid = processes.ocid
LEFT JOIN receipts ON receipts.receipt = releases.receipt
WHERE releases.state = 'merged'
GROUP BY process.unit_key, releases.publisher, releases.receipt, receipts.sha256
HAVING MAX(CASE WHEN ARRAY_TO_STRING(releases.tags, ' ') LIKE '%implementation%' THEN 1 ELSE 0 END) = 1
ORDER BY process.unit_key, releases.publisher, releases.receipt
"""

_MEMBERS = """
SELECT COUNT(DISTINCT group_key) AS members
FROM members
WHERE kind = $kind AND {condition}
"""

_MEMBER = """
SELECT group_key, MIN(group_name) AS group_name
FROM members
WHERE kind = $kind AND {condition} AND (group_key = $name OR CONTAINS(LOWER(group_name), $part))
GROUP BY group_key
ORDER BY group_key
"""

_BREAKDOWNS = """
SELECT breakdown, COUNT(*) AS figures
FROM compared_observations
WHERE {condition} AND breakdown <> ''
GROUP BY breakdown
ORDER BY figures DESC, breakdown
"""

Step = Literal["none", "month", "quarter", "year", "period"]
STEPS: dict[Step, str] = {
    "none": "CAST(NULL AS DATE)",
    "month": "CAST(DATE_TRUNC('month', {day}) AS DATE)",
    "quarter": "CAST(DATE_TRUNC('quarter', {day}) AS DATE)",
    "year": "CAST(DATE_TRUNC('year', {day}) AS DATE)",
    "period": "{day}",
}
"""How time is cut up: not at all, by the calendar, or as each contract reports."""


def quarters_query(asked: Asked) -> Query:
    """How many figures end in each quarter of the calendar, the earliest first: `quarter, figures`."""
    condition, parameters = _condition(asked, (asked.breakdown,), None)
    return _QUARTERS.format(condition=condition), parameters


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
    key, name, own = _KEYS[asked.kind]
    condition, parameters = _condition(asked, breakdowns, window)
    if keys is not None:
        chosen, wanted = _among(key, keys)
        condition, parameters = f"{condition} AND {chosen}", {**parameters, **wanted}
    sql = _COUNTED.format(
        key=key,
        name=name,
        alike=", ".join(ALIKE),
        step=STEPS[step].format(day="period_end"),
        stands=_stands(way, window, step),
        condition=f"{condition} AND {own}",
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
    condition, parameters = _condition(asked, None, None)
    return _BREAKDOWNS.format(condition=condition), parameters


def members_query(asked: Asked) -> Query | None:
    """How many of the kind there are, with or without figures; None where the table of members cannot tell."""
    return _of_members(_MEMBERS, asked)


def member_query(asked: Asked, name: str) -> Query | None:
    """Those whose key is the name, or whose name holds it: `group_key, group_name`."""
    found = _of_members(_MEMBER, asked)
    return found and (found[0], {**found[1], "name": name, "part": name.casefold()})


def contracts_query(keys: Iterable[str]) -> Query:
    """What the contracts with these keys are called: `unit_key, ocid, contract_id, title`."""
    key = "CONCAT(CAST(processes.process_number AS VARCHAR), '.', CAST(contracts.contract_number AS VARCHAR))"
    condition, parameters = _among(key, keys)
    return _CONTRACTS.format(condition=condition), parameters


def sources_query(asked: Asked, breakdowns: Sequence[str], window: Window, keys: Iterable[str]) -> Query:
    """Who published what these units' figures are from, and in which receipts: one row each."""
    key, _, own = _KEYS[asked.kind]
    condition, parameters = _condition(asked, breakdowns, window)
    shown, wanted = _among(key, keys)
    sql = _SOURCES.format(key=key, condition=f"{condition} AND {own}", shown=shown)
    return sql, {**parameters, **wanted}


def _condition(asked: Asked, breakdowns: Sequence[str] | None, window: Window | None) -> Query:
    selected, parameters = _selected(asked, council="council_key")
    parts = ["metric_id = $metric", *selected]
    parameters |= {"metric": asked.metric}
    if breakdowns is not None:
        chosen, wanted = _among("breakdown", breakdowns)
        parts.append(chosen)
        parameters |= wanted
    if window is not None:
        parts.append("(period_end IS NULL OR (period_end >= $since AND period_end < $until))")
        parameters |= {"since": window.since, "until": window.until}
    return " AND ".join(parts), parameters


def _of_members(sql: str, asked: Asked) -> Query | None:
    if asked.kind == "contracts" or (asked.council and not is_gss(asked.council)):
        return None
    parts, parameters = _selected(asked, council="council_code")
    return sql.format(condition=" AND ".join(["TRUE", *parts])), {"kind": asked.kind, **parameters}


def _selected(asked: Asked, *, council: str) -> tuple[list[str], dict[str, object]]:
    parts, parameters = [], dict[str, object]()
    if asked.care != "any":
        parts.append("social_care = 'yes'" if asked.care == "yes" else "social_care IN ('yes', 'perhaps')")
    for column, value in ((council, asked.council), ("contract_model", asked.contract_model)):
        if value is not None:
            parts.append(f"{column} = ${column}")
            parameters[column] = value
    return parts, parameters


def _among(column: str, values: Iterable[str]) -> Query:
    """The condition that a column has one of these values."""
    name = "breakdown" if column == "breakdown" else "unit"
    wanted: dict[str, object] = {f"{name}_{number}": value for number, value in enumerate(values)}
    return f"{column} IN ({', '.join(f'${key}' for key in wanted)})" if wanted else "FALSE", wanted
