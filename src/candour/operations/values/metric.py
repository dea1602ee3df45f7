"""Every value of a metric that is published under the implementation of contracts."""

from typing import Any

from candour.indicators.definition import Metric
from candour.operations.home import Home
from candour.operations.values.value import FILED, Reporter, Spread, Value, Values

_STATES = {"notReported": "not reported", "notComputable": "not computable"}
_WHICH = "FROM compared_observations AS observed WHERE metric_id = $metric AND is_first AND breakdown = ''"
_VALUES = f"""
SELECT processes.ocid, observed.contract_number, processes.title, observed.provider_name, observed.provider_key,
    observed.council_name, observed.council_key, observed.period_start, observed.period_end, observed.state,
    observed.measure, observed.numerator, observed.denominator, processes.publishers
FROM (SELECT * {_WHICH} ORDER BY period_end DESC NULLS LAST, process_number, contract_number LIMIT $most) AS observed
JOIN processes ON processes.process_number = observed.process_number
ORDER BY observed.period_end DESC NULLS LAST, processes.ocid, observed.contract_number
"""
_BY_YEAR = f"""
SELECT EXTRACT(year FROM period_end) AS year, COUNT(*) AS things,
    COUNT(CASE WHEN state = 'value' THEN measure END) AS known,
    QUANTILE_CONT(CASE WHEN state = 'value' THEN measure END, [0.25, 0.5, 0.75]) AS quartiles
{_WHICH}
GROUP BY 1
ORDER BY 1 NULLS LAST
"""
_CONTRACTS = """
SELECT
    (SELECT COUNT(*) FROM contracts JOIN processes ON processes.ocid = contracts.ocid
        WHERE processes.social_care = 'yes') AS things,
    COUNT(DISTINCT (process_number, contract_number)) AS known
FROM compared_observations
WHERE metric_id = $metric AND state = 'value' AND measure IS NOT NULL AND social_care = 'yes'
"""
_REPORTERS = f"""
SELECT publisher, COUNT(*) AS things, COUNT(CASE WHEN state = 'value' THEN measure END) AS known
FROM (
    SELECT UNNEST(processes.publishers) AS publisher, observed.state, observed.measure
    FROM (SELECT * {_WHICH}) AS observed
    JOIN processes ON processes.process_number = observed.process_number
) AS of_publishers
GROUP BY publisher
ORDER BY known DESC, things DESC, publisher
"""


def values_of_metric(home: Home, metric: Metric) -> Values:
    """The newest values for everybody supported, how all of them spread, and how many contracts have none."""
    asked = {"metric": metric.id}
    with home.tables() as tables:
        found = tables.query(_VALUES, {**asked, "most": FILED}).rows
        years = tables.query(_BY_YEAR, asked).rows
        contracts = tables.query(_CONTRACTS, asked).rows[0]
        reporters = tables.query(_REPORTERS, asked).rows
        version = tables.data_version
    return Values(
        data_version=version,
        of_what="contract",
        known=contracts.known,
        things=contracts.things,
        in_all=sum(row.things for row in years),
        values=tuple(_value(row) for row in found),
        by_year=tuple(_spread(row) for row in years if row.known),
        reporters=tuple(Reporter(name=row.publisher or "", known=row.known, things=row.things) for row in reporters),
    )


def _value(row: Any) -> Value:
    return Value(
        state=_STATES.get(row.state, row.state),
        day=row.period_end,
        begins=row.period_start,
        ocid=row.ocid,
        number=row.contract_number,
        title=row.title or "",
        who=row.provider_name or "",
        who_key=row.provider_key or "",
        council=row.council_name or "",
        council_key=row.council_key or "",
        value=row.measure if row.state == "value" else None,
        numerator=row.numerator,
        denominator=row.denominator,
        publishers=tuple(row.publishers or ()),
    )


def _spread(row: Any) -> Spread:
    low, middle, high = row.quartiles
    year = None if row.year is None else int(row.year)
    return Spread(year=year, known=row.known, things=row.things, middle=middle, low=low, high=high)
