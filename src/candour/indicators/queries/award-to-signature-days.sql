-- One row a contract that was not cancelled. A signature before the award is a slip of dates.
SELECT
    contracts.ocid,
    contracts.award_number,
    CASE WHEN CAST(contracts.date_signed AS DATE) >= CAST(awards.date AS DATE)
        THEN DATE_DIFF('day', CAST(awards.date AS DATE), CAST(contracts.date_signed AS DATE))
    END AS value,
    NULL AS currency
FROM contracts
LEFT JOIN awards ON awards.ocid = contracts.ocid AND awards.award_number = contracts.award_number
WHERE COALESCE(contracts.status, '') <> 'cancelled'
