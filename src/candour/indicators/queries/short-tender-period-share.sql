-- One row a process with a tender that was not cancelled; short is less than fifteen times twenty-four hours.
SELECT
    ocid,
    NULL AS award_number,
    CASE
        WHEN tender_end < tender_start + INTERVAL 15 DAY THEN 1
        WHEN tender_end IS NOT NULL AND tender_start IS NOT NULL THEN 0
    END AS value,
    NULL AS currency
FROM tenders
WHERE COALESCE(status, '') <> 'cancelled'
