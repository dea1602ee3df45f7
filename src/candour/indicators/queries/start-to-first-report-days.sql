-- One row a contract that was not cancelled: days from its start to the first release that was tagged implementation.
-- Known where something is published of how it went.
WITH reported AS (
    SELECT contracts.ocid, contracts.contract_number, MIN(releases.date) AS first_date
    FROM contracts
    JOIN releases ON releases.ocid = contracts.ocid
    WHERE
        releases.state = 'merged'
        AND (LIST_CONTAINS(releases.tags, 'implementation') OR LIST_CONTAINS(releases.tags, 'implementationUpdate'))
        AND releases.date >= contracts.contract_start
        AND contracts.number_of_delivered_metrics + contracts.number_of_failures > 0
    GROUP BY contracts.ocid, contracts.contract_number
)
SELECT
    contracts.ocid,
    contracts.award_number,
    DATE_DIFF('day', CAST(contracts.contract_start AS DATE), CAST(reported.first_date AS DATE)) AS value,
    NULL AS currency
FROM contracts
LEFT JOIN reported ON reported.ocid = contracts.ocid AND reported.contract_number = contracts.contract_number
WHERE COALESCE(contracts.status, '') <> 'cancelled'
