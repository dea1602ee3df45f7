-- One row a process with two bids or more, or that is awarded and shows none; known where two of them have a price.
WITH same_price AS (
    SELECT ocid, MAX(bidders) AS bidders
    FROM (
        SELECT ocid, COUNT(DISTINCT tenderer_ids) AS bidders
        FROM submitted_bids
        WHERE amount IS NOT NULL
        GROUP BY ocid, amount, currency
    ) AS one_price
    GROUP BY ocid
)
SELECT
    bidding.ocid,
    NULL AS award_number,
    CASE WHEN same_price.bidders > 1 THEN 1 WHEN bidding.priced > 1 THEN 0 END AS value,
    NULL AS currency
FROM bidding
LEFT JOIN same_price ON same_price.ocid = bidding.ocid
WHERE bidding.submitted > 1 OR NOT bidding.shown
