-- One row a lot, or a tender without lots, that has award criteria. A single criterion has all the weight.
SELECT
    ocid,
    NULL AS award_number,
    CASE WHEN criteria = weighed OR criteria = 1 THEN 1 ELSE 0 END AS value,
    NULL AS currency
FROM award_criteria_of_lots
