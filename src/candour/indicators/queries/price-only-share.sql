-- One row a lot, or a tender without lots, that has award criteria. Known where every criterion has a type, or one
-- that has is not about price.
SELECT
    ocid,
    NULL AS award_number,
    CASE WHEN of_price < typed THEN 0 WHEN typed = criteria THEN 1 END AS value,
    NULL AS currency
FROM award_criteria_of_lots
