-- One row a contract that was not cancelled and has no agreed metrics.
SELECT
    ocid,
    award_number,
    CASE WHEN TRIM(no_agreed_metrics_rationale) <> '' THEN 1 ELSE 0 END AS value,
    NULL AS currency
FROM contracts
WHERE number_of_agreed_metrics = 0 AND COALESCE(status, '') <> 'cancelled'
