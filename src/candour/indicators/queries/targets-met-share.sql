-- One row a metric that is promised for a contract as a number, and of which our library says which way is better.
-- The contract's own promise counts before its award's, that before the tender's; the last period that was reported
-- counts.
WITH promised_number AS (
    SELECT
        contracts.ocid,
        contracts.contract_number,
        contracts.award_number,
        promises.metric_id,
        promises.measure,
        promises.unit_name,
        ROW_NUMBER() OVER (
            PARTITION BY contracts.ocid, contracts.contract_number, promises.metric_id
            ORDER BY promises.stage = 'contract' DESC, promises.stage = 'award' DESC, promises.observation_id
        ) AS place
    FROM contracts
    JOIN promises ON promises.ocid = contracts.ocid
    WHERE
        promises.measure IS NOT NULL
        AND (
            promises.stage = 'tender'
            OR (promises.stage = 'award' AND promises.holder_number = contracts.award_number)
            OR (promises.stage = 'contract' AND promises.holder_number = contracts.contract_number)
        )
),
latest AS (
    SELECT
        ocid,
        contract_number,
        metric_id,
        measure,
        unit_name,
        ROW_NUMBER() OVER (
            PARTITION BY ocid, contract_number, metric_id
            ORDER BY period_end IS NULL, period_end DESC, observation_id DESC
        ) AS place
    FROM observations_reported
    WHERE measure IS NOT NULL
)
SELECT
    promised_number.ocid,
    promised_number.award_number,
    CASE
        WHEN COALESCE(latest.unit_name, '') <> COALESCE(promised_number.unit_name, '') THEN NULL
        WHEN metric_library.direction = 'higher' AND latest.measure >= promised_number.measure THEN 1
        WHEN metric_library.direction = 'lower' AND latest.measure <= promised_number.measure THEN 1
        WHEN latest.measure IS NOT NULL THEN 0
    END AS value,
    NULL AS currency
FROM promised_number
JOIN metric_library ON metric_library.metric_id = promised_number.metric_id AND metric_library.direction <> 'neither'
LEFT JOIN latest
    ON latest.ocid = promised_number.ocid
    AND latest.contract_number = promised_number.contract_number
    AND latest.metric_id = promised_number.metric_id
    AND latest.place = 1
WHERE promised_number.place = 1
