-- One row a process with an active award.
SELECT
    ocid,
    NULL AS award_number,
    CASE
        WHEN procurement_method IN ('direct', 'limited') THEN 1
        WHEN procurement_method IN ('open', 'selective') THEN 0
    END AS value,
    NULL AS currency
FROM processes
WHERE is_awarded
