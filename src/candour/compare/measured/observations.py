"""The observations that are compared, one row each, with whose they are and what makes them alike."""

from functools import cache

from candour.warehouse.derived import Derived, DerivedColumn

_COLUMNS = (
    DerivedColumn("metric_id", "VARCHAR", "id of the metric"),
    DerivedColumn("breakdown", "VARCHAR", "the part of the people that it is about; empty for everybody"),
    DerivedColumn("metric_version", "BIGINT", "version of the metric, as published"),
    DerivedColumn("unit", "VARCHAR", "the unit in small letters, with the currency where it is money"),
    DerivedColumn("population", "VARCHAR", "whom or what the metric counts, as published"),
    DerivedColumn("answered_by", "VARCHAR", "own (themselves, also with help) or proxy; null where nobody says"),
    DerivedColumn("respondents_role", "VARCHAR", "who answered, by role"),
    DerivedColumn("method", "VARCHAR", "how it was observed"),
    DerivedColumn("length", "VARCHAR", "how long its period is: month, quarter, half-year, year, longer"),
    DerivedColumn("state", "VARCHAR", "value, suppressed, notComputable or notReported"),
    DerivedColumn("period_start", "DATE", "first day of the period"),
    DerivedColumn("period_end", "DATE", "last day of the period"),
    DerivedColumn("measure", "DOUBLE", "the value, where it is a number"),
    DerivedColumn("numerator", "DOUBLE", "what was counted, where it is published"),
    DerivedColumn("denominator", "DOUBLE", "out of how many, where it is published"),
    DerivedColumn("verified", "BOOLEAN", "whether somebody is named who verified it"),
    DerivedColumn(
        "overlapping", "BOOLEAN", "whether its contract gives figures like this one for times that overlap"
    ),
    DerivedColumn("next_end", "DATE", "when the period of the next figure like this one of its contract ends"),
    DerivedColumn("process_number", "BIGINT", "the process, as in `processes`"),
    DerivedColumn("contract_number", "BIGINT", "the contract, as in `contracts`"),
    DerivedColumn("provider_key", "VARCHAR", "key of a provider of the contract; null where no award names one"),
    DerivedColumn("provider_name", "VARCHAR", "name of that provider"),
    DerivedColumn("is_first", "BOOLEAN", "whether it is the first row of this observation: one for each provider"),
    DerivedColumn("council_key", "VARCHAR", "GSS code of the council that buys, else its name in small letters"),
    DerivedColumn("council_name", "VARCHAR", "name of that council"),
    DerivedColumn("contract_model", "VARCHAR", "of the process, as in `processes`"),
    DerivedColumn("social_care", "VARCHAR", "of the process, as in `processes`"),
)

_SERIES = (
    "ocid, contract_number, metric_id, breakdown, metric_version, unit, population, answered_by, respondents_role, "
    "method, length, state"
)
_QUERY = f"""\
WITH found AS (
    SELECT
        ocid,
        contract_number,
        metric_id,
        COALESCE(breakdown, '') AS breakdown,
        metric_version,
        LOWER(TRIM(CASE WHEN measure IS NULL AND value_amount IS NOT NULL
            THEN CONCAT(COALESCE(unit_name, ''), ' ', value_currency) ELSE unit_name END)) AS unit,
        metric_population AS population,
        CASE WHEN answered_by IN ('themselves', 'themselvesWithHelp') THEN 'own' ELSE answered_by END AS answered_by,
        respondents_role,
        method,
        DATE_DIFF('day', CAST(period_start AS DATE), CAST(period_end AS DATE)) AS days,
        CASE WHEN state IS NULL THEN 'notReported' ELSE state END AS state,
        CAST(period_start AS DATE) AS period_start,
        CAST(period_end AS DATE) AS period_end,
        CAST(COALESCE(measure, value_amount) AS DOUBLE) AS measure,
        CAST(numerator AS DOUBLE) AS numerator,
        CAST(denominator AS DOUBLE) AS denominator,
        verified_by_role IS NOT NULL AS verified,
        observation_id
    FROM deliveries
    WHERE metric_id IS NOT NULL
),
timed AS (
    SELECT
        *,
        CASE
            WHEN days IS NULL THEN NULL
            WHEN days <= 45 THEN 'month'
            WHEN days <= 135 THEN 'quarter'
            WHEN days <= 270 THEN 'half-year'
            WHEN days <= 400 THEN 'year'
            ELSE 'longer'
        END AS length
    FROM found
),
in_order AS (
    SELECT
        *,
        MAX(period_end) OVER (
            PARTITION BY {_SERIES}
            ORDER BY period_start, period_end, observation_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS ended,
        LEAD(period_end) OVER (
            PARTITION BY {_SERIES} ORDER BY period_end, period_start, measure, observation_id
        ) AS next_end
    FROM timed
),
observed AS (
    SELECT
        *,
        MAX(CASE WHEN period_start < ended THEN 1 ELSE 0 END) OVER (PARTITION BY {_SERIES}) = 1 AS overlapping
    FROM in_order
),
provider AS (
    SELECT ocid, award_number, supplier_key, MIN(supplier_name) AS supplier_name
    FROM suppliers
    WHERE supplier_key IS NOT NULL
    GROUP BY ocid, award_number, supplier_key
),
numbered AS (
    SELECT *, ROW_NUMBER() OVER (PARTITION BY ocid, award_number ORDER BY supplier_key) AS place FROM provider
)
SELECT
    observed.metric_id,
    observed.breakdown,
    observed.metric_version,
    observed.unit,
    observed.population,
    observed.answered_by,
    observed.respondents_role,
    observed.method,
    observed.length,
    observed.state,
    observed.period_start,
    observed.period_end,
    observed.measure,
    observed.numerator,
    observed.denominator,
    observed.verified,
    observed.overlapping,
    observed.next_end,
    processes.process_number,
    observed.contract_number,
    numbered.supplier_key AS provider_key,
    numbered.supplier_name AS provider_name,
    COALESCE(numbered.place, 1) = 1 AS is_first,
    CASE WHEN processes.council_code IS NOT NULL OR LOWER(processes.buyer_name) LIKE '%council%'
        THEN COALESCE(processes.council_code, LOWER(TRIM(processes.buyer_name))) END AS council_key,
    CASE WHEN processes.council_code IS NOT NULL OR LOWER(processes.buyer_name) LIKE '%council%'
        THEN COALESCE(processes.council_name, CONCAT(processes.buyer_name, ' (unlisted)')) END AS council_name,
    processes.contract_model,
    processes.social_care
FROM observed
JOIN processes ON processes.ocid = observed.ocid
JOIN contracts ON contracts.ocid = observed.ocid AND contracts.contract_number = observed.contract_number
LEFT JOIN numbered ON numbered.ocid = observed.ocid AND numbered.award_number = contracts.award_number"""


@cache
def compared_observations() -> Derived:
    """The table of observations under the implementation of contracts, once for each provider of the contract."""
    return Derived(
        "compared_observations",
        "one observation of a contract, for one of its providers",
        _COLUMNS,
        _QUERY,
        sorted_by=tuple(column.name for column in _COLUMNS),
        rows_together=8_192,
    )
