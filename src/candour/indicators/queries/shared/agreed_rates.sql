-- One row a rate of an awarded process, where it was said last: what is really paid, else what a contract agrees,
-- else what an award says, else what the buyer fixed in the tender. What was only bid does not count.
SELECT
    said.ocid,
    CASE WHEN said.stage IN ('contract', 'implementation') THEN contracts.award_number
        WHEN said.stage = 'award' THEN said.holder_number
    END AS award_number,
    said.unit,
    said.payer_pays_amount,
    said.payer_pays_currency,
    said.worker_receives_amount,
    said.worker_receives_currency,
    said.worker_receives_per,
    said.worker_share,
    said.worker_share_of,
    said.travel_time
FROM (
    SELECT
        rates.*,
        DENSE_RANK() OVER (
            PARTITION BY rates.ocid
            ORDER BY
                CASE rates.stage WHEN 'implementation' THEN 1 WHEN 'contract' THEN 2 WHEN 'award' THEN 3 ELSE 4 END
        ) AS place
    FROM rates
    JOIN processes ON processes.ocid = rates.ocid
    WHERE rates.stage <> 'bid' AND processes.is_awarded
) AS said
LEFT JOIN contracts
    ON contracts.ocid = said.ocid
    AND contracts.contract_number = said.holder_number
    AND said.stage IN ('contract', 'implementation')
WHERE said.place = 1
