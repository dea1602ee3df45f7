-- One row an award; the value is 1 where the award is active.
SELECT ocid, award_number, CASE WHEN status = 'active' THEN 1 END AS value, NULL AS currency
FROM awards
WHERE status = 'active'
