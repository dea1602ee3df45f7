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
        state,
        period_start,
        period_end,
        measure,
        numerator,
        denominator,
        verified,
        {last_only} AS last_only,
        process_number,
        contract_number,
        state = 'value' AND measure IS NOT NULL AND period_start IS NOT NULL AND period_end IS NOT NULL AS has_value,
        measure < $least OR measure > $most AS impossible,
        denominator > 0 AND ABS(numerator * $per / denominator - measure) > $near + $nearly * ABS(measure)
            AS contradicts
    FROM compared_observations
    WHERE {condition}
),
in_order AS (
    SELECT
        *,
        MIN(period_start) OVER (PARTITION BY {series}) AS first_start,
        ROW_NUMBER() OVER (
            PARTITION BY {series} ORDER BY period_end DESC, period_start DESC, measure DESC
        ) AS place
    FROM chosen
    WHERE last_only
),
counted AS (
    SELECT {columns}, period_start AS first_start FROM chosen WHERE NOT last_only
    UNION ALL
    SELECT {columns}, first_start FROM in_order WHERE place = 1
),
judged AS (
    SELECT
        *,
        has_value AND NOT COALESCE(impossible, FALSE) AND NOT COALESCE(contradicts, FALSE) AS counts,
        CASE WHEN denominator > 0 THEN COALESCE(numerator, {worked_out}) END AS worth
    FROM counted
)
SELECT
    unit_key,
    breakdown,
    {alike},
    step,
    MIN(unit_name) AS unit_name,
    COUNT(CASE WHEN counts THEN 1 END) AS figures,
    COUNT(CASE WHEN counts AND worth IS NOT NULL THEN 1 END) AS with_n,
    SUM(CASE WHEN counts THEN worth END) AS numerator,
    SUM(CASE WHEN counts AND worth IS NOT NULL THEN denominator END) AS denominator,
    COUNT(CASE WHEN counts AND worth IS NOT NULL AND numerator IS NULL THEN 1 END) AS worked_out,
    MAX(CASE WHEN counts THEN measure END) AS measure,
    MIN(CASE WHEN counts THEN first_start END) AS first_day,
    MAX(CASE WHEN counts THEN period_end END) AS last_day,
    COUNT(CASE WHEN counts AND verified THEN 1 END) AS verified,
    COUNT(CASE WHEN state = 'suppressed' THEN 1 END) AS suppressed,
    COUNT(CASE WHEN state = 'notComputable' THEN 1 END) AS not_computable,
    COUNT(CASE WHEN state = 'notReported' THEN 1 END) AS not_reported,
    COUNT(CASE WHEN state = 'value' AND NOT has_value THEN 1 END) AS unusable,
    COUNT(CASE WHEN has_value AND impossible THEN 1 END) AS impossible,
    COUNT(CASE WHEN has_value AND contradicts AND NOT COALESCE(impossible, FALSE) THEN 1 END) AS contradicting
FROM judged
GROUP BY unit_key, breakdown, {alike}, step
ORDER BY unit_key, step
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
WHERE releases.state = 'merged' AND ARRAY_TO_STRING(releases.tags, ' ') LIKE '%implementation%'
GROUP BY process.unit_key, releases.publisher, releases.receipt, receipts.sha256
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
    "month": "CAST(DATE_TRUNC('month', period_end) AS DATE)",
    "quarter": "CAST(DATE_TRUNC('quarter', period_end) AS DATE)",
    "year": "CAST(DATE_TRUNC('year', period_end) AS DATE)",
    "period": "period_end",
}
"""How time is cut up: not at all, by the calendar, or as each contract reports."""

_COLUMNS = (
    "unit_key", "unit_name", "breakdown", *ALIKE, "step", "state", "period_start", "period_end", "measure",
    "numerator", "denominator", "verified", "has_value", "impossible", "contradicts",
)  # fmt: skip


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
        step=STEPS[step],
        condition=f"{condition} AND {own}",
        columns=", ".join(_COLUMNS),
        series=f"unit_key, process_number, contract_number, breakdown, {', '.join(ALIKE)}, step, state",
        last_only="overlapping" if way.adds_up else "TRUE",
        worked_out=WORKED_OUT[way.counts],
    )
    return sql, {**parameters, **way.bounds()}


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
