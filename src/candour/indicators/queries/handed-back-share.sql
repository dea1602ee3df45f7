-- One row a contract that has ended; known where it is said why another service came after it.
WITH why_followed AS (
    SELECT ocid, contract_number, MAX(CASE WHEN reason = 'handedBack' THEN 1 ELSE 0 END) AS handed_back
    FROM service_successions
    WHERE relation = 'successor' AND reason IS NOT NULL
    GROUP BY ocid, contract_number
)
SELECT
    ended_contracts.ocid,
    ended_contracts.award_number,
    why_followed.handed_back AS value,
    NULL AS currency
FROM ended_contracts
LEFT JOIN why_followed
    ON why_followed.ocid = ended_contracts.ocid AND why_followed.contract_number = ended_contracts.contract_number
