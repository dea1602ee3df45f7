-- One row an awarded process; known where the close of its tender and the date of a winner's valid bid are.
WITH won_on AS (
    SELECT bidders.ocid, MAX(bidders.date) AS last_date
    FROM bidders
    JOIN winners ON winners.ocid = bidders.ocid AND winners.supplier_id = bidders.tenderer_id
    WHERE bidders.status = 'valid'
    GROUP BY bidders.ocid
)
SELECT
    bidding.ocid,
    NULL AS award_number,
    CASE WHEN won_on.last_date > bidding.tender_end THEN 1 WHEN won_on.last_date <= bidding.tender_end THEN 0 END
        AS value,
    NULL AS currency
FROM bidding
LEFT JOIN won_on ON won_on.ocid = bidding.ocid
WHERE bidding.is_awarded
