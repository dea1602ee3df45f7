-- One row a rate for an hour with a person.
SELECT
    ocid,
    award_number,
    CASE WHEN payer_pays_amount > 0.01 AND payer_pays_currency IS NOT NULL THEN payer_pays_amount END AS value,
    CASE WHEN payer_pays_amount > 0.01 THEN payer_pays_currency END AS currency
FROM agreed_rates
WHERE unit = 'contactHour'
