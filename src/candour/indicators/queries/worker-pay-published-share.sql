-- One row an awarded process.
WITH pay_said AS (
    SELECT DISTINCT ocid
    FROM agreed_rates
    WHERE worker_receives_amount > 0 OR worker_share IS NOT NULL
)
SELECT
    processes.ocid,
    NULL AS award_number,
    CASE WHEN pay_said.ocid IS NULL THEN 0 ELSE 1 END AS value,
    NULL AS currency
FROM processes
LEFT JOIN pay_said ON pay_said.ocid = processes.ocid
WHERE processes.is_awarded
