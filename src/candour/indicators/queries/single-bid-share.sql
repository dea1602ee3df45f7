-- One row a competed lot where bids are told apart by lot, else one row a competed process.
SELECT
    of_bids_per_lot.ocid,
    NULL AS award_number,
    CASE WHEN of_bids_per_lot.value = 1 THEN 1 WHEN of_bids_per_lot.value > 1 THEN 0 END AS value,
    NULL AS currency
FROM of_bids_per_lot
JOIN processes ON processes.ocid = of_bids_per_lot.ocid
WHERE processes.procurement_method IN ('open', 'selective')
