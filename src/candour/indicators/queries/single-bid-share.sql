-- One row a competed lot where bids are told apart by lot, else one row a competed process.
WITH competed AS (
    SELECT DISTINCT awards.ocid
    FROM awards
    JOIN processes ON processes.ocid = awards.ocid
    WHERE awards.status = 'active' AND processes.procurement_method IN ('open', 'selective')
),
lot_bids AS (
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
)
SELECT
    lot_bids.ocid,
    NULL AS award_number,
    CASE WHEN lot_bids.bids = 1 THEN 1 WHEN lot_bids.bids > 1 THEN 0 END AS value,
    NULL AS currency
FROM lot_bids
JOIN competed ON competed.ocid = lot_bids.ocid
UNION ALL
SELECT
    processes.ocid,
    NULL AS award_number,
    CASE WHEN processes.number_of_bids = 1 THEN 1 WHEN processes.number_of_bids > 1 THEN 0 END AS value,
    NULL AS currency
FROM processes
JOIN competed ON competed.ocid = processes.ocid
LEFT JOIN (SELECT DISTINCT ocid FROM lot_bids) AS told_apart ON told_apart.ocid = processes.ocid
WHERE told_apart.ocid IS NULL
