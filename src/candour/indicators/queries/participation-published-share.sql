-- One row a process with a tender.
SELECT
    tenders.ocid,
    NULL AS award_number,
    CASE WHEN took_part.ocid IS NULL THEN 0 ELSE 1 END AS value,
    NULL AS currency
FROM tenders
LEFT JOIN (SELECT DISTINCT ocid FROM participation) AS took_part ON took_part.ocid = tenders.ocid
