-- One row a rate, unless its share is of something else than what the payer pays. The share itself counts before one
-- that follows from two amounts for the same hour with a person.
SELECT
    ocid,
    award_number,
    CASE
        WHEN worker_share BETWEEN 0 AND 1 AND worker_share_of = 'payerPays' THEN worker_share
        WHEN
            unit = 'contactHour'
            AND worker_receives_per = 'contactHour'
            AND worker_receives_currency = payer_pays_currency
            AND worker_receives_amount <= payer_pays_amount
            AND payer_pays_amount > 0
            THEN CAST(worker_receives_amount AS DOUBLE) / CAST(payer_pays_amount AS DOUBLE)
    END AS value,
    NULL AS currency
FROM agreed_rates
WHERE worker_share IS NULL OR worker_share_of = 'payerPays' OR worker_receives_amount IS NOT NULL
