-- One row an awarded process with two bids or more, or that shows none; known where a valid bid has a price and all
-- prices are in one currency. Of equal lowest bids the first counts.
WITH cheapest AS (
    SELECT ocid, status
    FROM (
        SELECT ocid, status, ROW_NUMBER() OVER (PARTITION BY ocid ORDER BY amount, bid_number) AS place
        FROM submitted_bids
        WHERE amount IS NOT NULL
    ) AS by_price
    WHERE place = 1
),
with_valid_price AS (
    SELECT DISTINCT ocid FROM submitted_bids WHERE status = 'valid' AND amount IS NOT NULL
)
SELECT
    bidding.ocid,
    NULL AS award_number,
    CASE WHEN with_valid_price.ocid IS NOT NULL AND bidding.currencies = 1 AND bidding.priced > 1
        THEN CASE WHEN cheapest.status = 'disqualified' THEN 1 ELSE 0 END
    END AS value,
    NULL AS currency
FROM bidding
LEFT JOIN cheapest ON cheapest.ocid = bidding.ocid
LEFT JOIN with_valid_price ON with_valid_price.ocid = bidding.ocid
WHERE bidding.is_awarded AND (bidding.submitted > 1 OR NOT bidding.shown)
