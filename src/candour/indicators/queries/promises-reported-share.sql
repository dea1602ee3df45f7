-- One row a metric that the tender, an award or a contract of an awarded process promises. A value that is suppressed
-- has been reported.
WITH promised AS (
    SELECT DISTINCT ocid, metric_id
    FROM promises
    WHERE stage IN ('tender', 'award', 'contract') AND metric_id IS NOT NULL
),
delivered AS (
    SELECT DISTINCT ocid, metric_id FROM deliveries WHERE state IN ('value', 'suppressed')
)
SELECT
    promised.ocid,
    NULL AS award_number,
    CASE WHEN delivered.ocid IS NULL THEN 0 ELSE 1 END AS value,
    NULL AS currency
FROM promised
JOIN processes ON processes.ocid = promised.ocid
LEFT JOIN delivered ON delivered.ocid = promised.ocid AND delivered.metric_id = promised.metric_id
WHERE processes.is_awarded
