-- One row a contribution.
SELECT
    ocid,
    NULL AS award_number,
    CASE WHEN outcome IN ('adopted', 'partlyAdopted') THEN 1 WHEN outcome = 'notAdopted' THEN 0 END AS value,
    NULL AS currency
FROM contributions
WHERE COALESCE(outcome, '') <> 'undecided'
