-- One row a contract that has ended.
WITH followed AS (
    SELECT DISTINCT ocid, contract_number FROM service_successions WHERE relation = 'successor'
)
SELECT
    ended_contracts.ocid,
    ended_contracts.award_number,
    CASE WHEN followed.ocid IS NULL THEN 0 ELSE 1 END AS value,
    NULL AS currency
FROM ended_contracts
LEFT JOIN followed
    ON followed.ocid = ended_contracts.ocid AND followed.contract_number = ended_contracts.contract_number
