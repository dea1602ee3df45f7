-- One row a process with a tender; known where at least one lot is published.
SELECT
    processes.ocid,
    NULL AS award_number,
    CASE WHEN processes.number_of_lots > 1 THEN 1 WHEN processes.number_of_lots = 1 THEN 0 END AS value,
    NULL AS currency
FROM processes
JOIN tenders ON tenders.ocid = processes.ocid
