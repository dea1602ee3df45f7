-- One row a contract that was not cancelled.
WITH texts AS (
    SELECT DISTINCT ocid, holder_number
    FROM documents
    WHERE stage = 'contract' AND document_type = 'contractSigned' AND url IS NOT NULL
)
SELECT
    contracts.ocid,
    contracts.award_number,
    CASE WHEN texts.ocid IS NULL THEN 0 ELSE 1 END AS value,
    NULL AS currency
FROM contracts
LEFT JOIN texts ON texts.ocid = contracts.ocid AND texts.holder_number = contracts.contract_number
WHERE COALESCE(contracts.status, '') <> 'cancelled'
