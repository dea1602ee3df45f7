-- One row an active award, or the process where it has none; "unknown" is a group too, so that its size is seen.
SELECT
    processes.contract_model AS group_key,
    processes.contract_model AS group_name,
    processes.ocid,
    awards.award_number
FROM processes
LEFT JOIN awards ON awards.ocid = processes.ocid AND awards.status = 'active'
