-- One row a process with an active award.
SELECT ocid, NULL AS award_number, CASE WHEN performance_published THEN 1 ELSE 0 END AS value, NULL AS currency
FROM processes
WHERE is_awarded
