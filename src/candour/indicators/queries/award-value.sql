-- One row an active award. Nought and the penny that stands for "not said" are no values.
SELECT
    ocid,
    award_number,
    CASE WHEN currency IS NOT NULL AND COALESCE(amount, amount_gross) > 0.01 THEN COALESCE(amount, amount_gross) END
        AS value,
    CASE WHEN COALESCE(amount, amount_gross) > 0.01 THEN currency END AS currency
FROM awards
WHERE status = 'active'
