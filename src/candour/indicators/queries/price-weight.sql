-- One row a lot, or a tender without lots, that has award criteria. Known only where every criterion has a type and a
-- weight.
SELECT
    ocid,
    NULL AS award_number,
    CASE WHEN criteria = typed AND criteria = weighed AND weight > 0 THEN weight_of_price / weight END AS value,
    NULL AS currency
FROM award_criteria_of_lots
