-- One row a process with an active award.
SELECT
    processes.ocid,
    NULL AS award_number,
    CASE WHEN processes.performance_published THEN 1 ELSE 0 END AS value,
    NULL AS currency
FROM processes
JOIN (SELECT DISTINCT ocid FROM awards WHERE status = 'active') AS awarded ON awarded.ocid = processes.ocid
