-- One row a contract that names the service before it.
SELECT
    service_successions.ocid,
    contracts.award_number,
    MAX(CASE WHEN ARRAY_LENGTH(service_successions.metrics_carried) > 0 THEN 1 ELSE 0 END) AS value,
    NULL AS currency
FROM service_successions
JOIN contracts
    ON contracts.ocid = service_successions.ocid AND contracts.contract_number = service_successions.contract_number
WHERE service_successions.relation = 'predecessor'
GROUP BY service_successions.ocid, service_successions.contract_number, contracts.award_number
