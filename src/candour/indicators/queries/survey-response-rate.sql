-- One row an observation that a survey gave. More answers than people asked is a slip.
SELECT
    deliveries.ocid,
    contracts.award_number,
    CASE WHEN deliveries.invited >= deliveries.respondents AND deliveries.invited > 0
        THEN CAST(deliveries.respondents AS DOUBLE) / deliveries.invited
    END AS value,
    NULL AS currency
FROM deliveries
LEFT JOIN contracts ON contracts.ocid = deliveries.ocid AND contracts.contract_number = deliveries.contract_number
WHERE deliveries.method = 'survey' OR deliveries.respondents IS NOT NULL OR deliveries.invited IS NOT NULL
