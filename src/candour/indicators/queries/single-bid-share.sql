-- One row a competed lot where bids are told apart by lot, else one row a competed process.
WITH lot_bids AS (
    SELECT
        ocid,
        related_lot AS lot_id,
        COALESCE(
            MAX(CASE WHEN measure = 'bids' THEN value END),
            MAX(CASE WHEN measure = 'validBids' THEN value END),
            MAX(CASE WHEN measure = 'finalStageBids' THEN value END)
        ) AS bids
    FROM bid_statistics
    WHERE related_lot IS NOT NULL
    GROUP BY ocid, related_lot
),
competed AS (
    SELECT
        processes.ocid,
        CASE WHEN lot_bids.ocid IS NULL THEN processes.number_of_bids ELSE lot_bids.bids END AS bids
    FROM processes
    LEFT JOIN lot_bids ON lot_bids.ocid = processes.ocid
    WHERE processes.is_awarded AND processes.procurement_method IN ('open', 'selective')
)
SELECT
    ocid,
    NULL AS award_number,
    CASE WHEN bids = 1 THEN 1 WHEN bids > 1 THEN 0 END AS value,
    NULL AS currency
FROM competed
