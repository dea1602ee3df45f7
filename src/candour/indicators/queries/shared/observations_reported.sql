-- One row an observation under implementation that has a value, and is of everybody it is about: dimensions that only
-- say what a share was taken of split nobody.
SELECT ocid, contract_number, metric_id, observation_id, period_end, measure, unit_name
FROM deliveries
WHERE
    state = 'value'
    AND (
        dimensions IS NULL
        OR REGEXP_REPLACE(dimensions, '"(numerator|denominator)":', '', 'g') NOT LIKE '%":%'
    )
