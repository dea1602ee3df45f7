-- One row a process with an active award; forecasts made while planning are no promises yet.
SELECT
    processes.ocid,
    NULL AS award_number,
    CASE WHEN promised.ocid IS NULL THEN 0 ELSE 1 END AS value,
    NULL AS currency
FROM processes
LEFT JOIN (SELECT DISTINCT ocid FROM promises WHERE stage IN ('tender', 'award', 'contract')) AS promised
    ON promised.ocid = processes.ocid
WHERE processes.is_awarded
