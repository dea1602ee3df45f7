-- One row an active award; known where the size of at least one supplier is.
SELECT
    ocid,
    award_number,
    MAX(CASE WHEN LOWER(scale) IN ('micro', 'small', 'medium', 'sme') THEN 1 WHEN scale IS NOT NULL THEN 0 END)
        AS value,
    NULL AS currency
FROM suppliers
WHERE award_status = 'active'
GROUP BY ocid, award_number
