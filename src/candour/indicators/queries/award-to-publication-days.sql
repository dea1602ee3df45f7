-- One row an active award: days until the first release that was tagged award or contract on or after its date.
WITH announced AS (
    SELECT ocid, date
    FROM releases
    WHERE state = 'merged' AND (LIST_CONTAINS(tags, 'award') OR LIST_CONTAINS(tags, 'contract'))
)
SELECT
    awards.ocid,
    awards.award_number,
    MIN(DATE_DIFF('day', CAST(awards.date AS DATE), CAST(announced.date AS DATE))) AS value,
    NULL AS currency
FROM awards
LEFT JOIN announced
    ON announced.ocid = awards.ocid AND CAST(announced.date AS DATE) >= CAST(awards.date AS DATE)
WHERE awards.status = 'active'
GROUP BY awards.ocid, awards.award_number
