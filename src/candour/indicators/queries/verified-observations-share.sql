-- One row an observation under implementation that has a value.
SELECT
    deliveries.ocid,
    contracts.award_number,
    CASE WHEN deliveries.verified_by_role IS NULL THEN 0 ELSE 1 END AS value,
    NULL AS currency
FROM deliveries
LEFT JOIN contracts ON contracts.ocid = deliveries.ocid AND contracts.contract_number = deliveries.contract_number
WHERE deliveries.state = 'value'
