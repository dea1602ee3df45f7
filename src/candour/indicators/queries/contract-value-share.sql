-- One row a contract that was not cancelled. Nought and the penny that stands for "not said" are no values.
SELECT
    ocid,
    award_number,
    CASE WHEN COALESCE(amount, amount_gross) > 0.01 AND currency IS NOT NULL THEN 1 ELSE 0 END AS value,
    NULL AS currency
FROM contracts
WHERE COALESCE(status, '') <> 'cancelled'
