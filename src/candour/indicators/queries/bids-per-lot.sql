-- One row a lot where bids are told apart by lot, else one row a process; of processes with an active award.
WITH counted AS (
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
    processes.ocid,
    NULL AS award_number,
    CASE WHEN counted.ocid IS NULL THEN processes.number_of_bids ELSE counted.bids END AS value,
    NULL AS currency
FROM processes
LEFT JOIN counted ON counted.ocid = processes.ocid
WHERE processes.is_awarded
