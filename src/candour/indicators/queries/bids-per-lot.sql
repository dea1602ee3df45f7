-- One row a lot where bids are told apart by lot, else one row a process.
WITH awarded AS (
    SELECT DISTINCT ocid FROM awards WHERE status = 'active'
),
counted AS (
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
SELECT counted.ocid, NULL AS award_number, counted.bids AS value, NULL AS currency
FROM counted
JOIN awarded ON awarded.ocid = counted.ocid
UNION ALL
SELECT processes.ocid, NULL AS award_number, processes.number_of_bids AS value, NULL AS currency
FROM processes
JOIN awarded ON awarded.ocid = processes.ocid
LEFT JOIN (SELECT DISTINCT ocid FROM counted) AS told_apart ON told_apart.ocid = processes.ocid
WHERE told_apart.ocid IS NULL
