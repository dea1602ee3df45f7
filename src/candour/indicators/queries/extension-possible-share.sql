-- One row a lot.
SELECT
    ocid,
    NULL AS award_number,
    CASE
        WHEN has_renewal OR contract_max_extent > contract_end THEN 1
        WHEN NOT has_renewal OR contract_max_extent <= contract_end THEN 0
    END AS value,
    NULL AS currency
FROM lots
WHERE COALESCE(status, '') NOT IN ('cancelled', 'unsuccessful', 'withdrawn')
