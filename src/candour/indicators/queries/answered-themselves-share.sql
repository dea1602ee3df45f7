-- One row an observation that a survey gave; with help is answered oneself.
SELECT
    deliveries.ocid,
    contracts.award_number,
    CASE
        WHEN deliveries.answered_by IN ('themselves', 'themselvesWithHelp') THEN 1
        WHEN deliveries.answered_by = 'proxy' THEN 0
    END AS value,
    NULL AS currency
FROM deliveries
LEFT JOIN contracts ON contracts.ocid = deliveries.ocid AND contracts.contract_number = deliveries.contract_number
WHERE
    deliveries.method = 'survey'
    OR deliveries.respondents IS NOT NULL
    OR deliveries.invited IS NOT NULL
    OR deliveries.answered_by IS NOT NULL
