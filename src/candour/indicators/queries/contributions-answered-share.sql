-- One row a contribution; what was adopted needs no reason.
SELECT
    ocid,
    NULL AS award_number,
    CASE
        WHEN outcome = 'adopted' THEN 1
        WHEN outcome IN ('partlyAdopted', 'notAdopted') AND TRIM(reason) <> '' THEN 1
        ELSE 0
    END AS value,
    NULL AS currency
FROM contributions
