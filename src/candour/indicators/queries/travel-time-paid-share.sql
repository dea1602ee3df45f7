-- One row a rate for an hour with a person or for a visit.
SELECT
    ocid,
    award_number,
    CASE
        WHEN travel_time IN ('paidSeparately', 'includedInRate') THEN 1
        WHEN travel_time = 'notPaid' THEN 0
    END AS value,
    NULL AS currency
FROM agreed_rates
WHERE unit IN ('contactHour', 'visit')
