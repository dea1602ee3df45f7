-- One row an active award. An award before the close of its tender is a slip of dates and no waiting time.
SELECT
    awards.ocid,
    awards.award_number,
    CASE WHEN CAST(awards.date AS DATE) >= CAST(processes.tender_end AS DATE)
        THEN DATE_DIFF('day', CAST(processes.tender_end AS DATE), CAST(awards.date AS DATE))
    END AS value,
    NULL AS currency
FROM awards
JOIN processes ON processes.ocid = awards.ocid
WHERE awards.status = 'active'
