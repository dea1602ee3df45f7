-- One row a contract that had run for 90 days or more when its process was last published; years of 365.25 days.
-- Known where anything is published of how it went: otherwise no failures means nothing.
SELECT
    contracts.ocid,
    contracts.award_number,
    CASE WHEN contracts.number_of_delivered_metrics + contracts.number_of_failures > 0
        THEN CAST(contracts.number_of_failures AS DOUBLE) * CAST(365.25 AS DOUBLE)
            / DATE_DIFF('day', CAST(contracts.contract_start AS DATE), contracts.last_day)
    END AS value,
    NULL AS currency
FROM (
    SELECT
        contracts.*,
        CAST(
            LEAST(processes.last_date, COALESCE(contracts.ended, contracts.contract_end, processes.last_date)) AS DATE
        ) AS last_day
    FROM contracts
    JOIN processes ON processes.ocid = contracts.ocid
) AS contracts
WHERE DATE_DIFF('day', CAST(contracts.contract_start AS DATE), contracts.last_day) >= 90
