-- One row an active award of a process whose buyer is known to be a council, or the process where it has none.
SELECT
    processes.council_code AS group_key,
    processes.council_name AS group_name,
    processes.ocid,
    awards.award_number
FROM processes
LEFT JOIN awards ON awards.ocid = processes.ocid AND awards.status = 'active'
WHERE processes.council_code IS NOT NULL
