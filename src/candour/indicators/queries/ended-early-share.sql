-- One row a contract that has ended: it was terminated, or a real end is published.
SELECT
    ocid,
    award_number,
    CASE
        WHEN CAST(ended AS DATE) < CAST(contract_end AS DATE) THEN 1
        WHEN CAST(ended AS DATE) >= CAST(contract_end AS DATE) THEN 0
    END AS value,
    NULL AS currency
FROM contracts
WHERE ended IS NOT NULL OR status = 'terminated'
