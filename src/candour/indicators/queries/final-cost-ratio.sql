-- One row a contract that has ended, or of which a final amount is published; both amounts in one currency.
SELECT
    ocid,
    award_number,
    CASE WHEN final_currency = currency AND amount > 0.01 AND final_amount > 0.01
        THEN CAST(final_amount AS DOUBLE) / CAST(amount AS DOUBLE)
    END AS value,
    NULL AS currency
FROM contracts
WHERE ended IS NOT NULL OR status = 'terminated' OR final_amount IS NOT NULL
