-- One row an active award of a process that a council buys, or the process where it has none. A buyer that calls itself
-- a council but is in no table of councils is compared too, by its name, and says so.
SELECT
    COALESCE(processes.council_code, LOWER(TRIM(processes.buyer_name))) AS group_key,
    COALESCE(processes.council_name, CONCAT(processes.buyer_name, ' (unlisted)')) AS group_name,
    processes.ocid,
    awards.award_number
FROM processes
LEFT JOIN awards ON awards.ocid = processes.ocid AND awards.status = 'active'
WHERE processes.council_code IS NOT NULL OR LOWER(processes.buyer_name) LIKE '%council%'
