-- One row an active award; known where it is said of at least one supplier.
SELECT
    ocid,
    award_number,
    MAX(CASE WHEN is_vcse THEN 1 WHEN NOT is_vcse THEN 0 END) AS value,
    NULL AS currency
FROM suppliers
WHERE award_status = 'active'
GROUP BY ocid, award_number
