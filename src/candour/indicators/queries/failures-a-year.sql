-- One row a contract that was not cancelled, unless it is known to have run for less than 90 days; years of 365.25
-- days. Known where anything is published of how it went: otherwise no failures means nothing.
WITH told AS (
    SELECT
        contracts.ocid,
        contracts.contract_number,
        contracts.number_of_failures,
        DATE_DIFF(
            'day',
            CAST(contracts.contract_start AS DATE),
            CAST(
                LEAST(processes.last_date, COALESCE(contracts.ended, contracts.contract_end, processes.last_date))
                AS DATE
            )
        ) AS days
    FROM contracts
    JOIN processes ON processes.ocid = contracts.ocid
    WHERE contracts.number_of_delivered_metrics + contracts.number_of_failures > 0
)
SELECT
    contracts.ocid,
    contracts.award_number,
    CASE WHEN told.days >= 90
        THEN CAST(told.number_of_failures AS DOUBLE) * CAST(365.25 AS DOUBLE) / told.days
    END AS value,
    NULL AS currency
FROM contracts
LEFT JOIN told ON told.ocid = contracts.ocid AND told.contract_number = contracts.contract_number
WHERE COALESCE(contracts.status, '') <> 'cancelled' AND COALESCE(told.days, 90) >= 90
