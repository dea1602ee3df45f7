-- One row a process with a tender.
SELECT
    tenders.ocid,
    NULL AS award_number,
    CASE WHEN held.ocid IS NULL THEN 0 ELSE 1 END AS value,
    NULL AS currency
FROM tenders
LEFT JOIN (SELECT DISTINCT ocid FROM applied_standards) AS held ON held.ocid = tenders.ocid
