-- One row a submitted bid; one a process too that is awarded and shows no bids.
SELECT
    ocid,
    NULL AS award_number,
    CASE WHEN status = 'disqualified' THEN 1 ELSE 0 END AS value,
    NULL AS currency
FROM submitted_bids
UNION ALL
SELECT ocid, NULL AS award_number, NULL AS value, NULL AS currency
FROM bidding
WHERE NOT shown
