-- One row a process with one active award to one supplier and all awards decided, in which the winner's lowest valid
-- bid is the lowest of all; or that shows no bids, or no prices of them, so that it is not known. Bids of several
-- bidders together do not count.
WITH sole_winner AS (
    SELECT decided.ocid, MIN(suppliers.supplier_id) AS supplier_id
    FROM decided
    JOIN suppliers ON suppliers.ocid = decided.ocid
    WHERE decided.active = 1 AND suppliers.award_status = 'active' AND suppliers.number_of_suppliers = 1
    GROUP BY decided.ocid
),
compared AS (
    SELECT
        alone.ocid,
        COUNT(DISTINCT alone.currency) AS currencies,
        MIN(CASE WHEN alone.tenderer_id = sole_winner.supplier_id THEN alone.amount END) AS winning,
        MIN(CASE WHEN alone.tenderer_id <> sole_winner.supplier_id THEN alone.amount END) AS second
    FROM (
        SELECT ocid, amount, currency, tenderer_ids[1] AS tenderer_id
        FROM submitted_bids
        WHERE status = 'valid' AND amount IS NOT NULL AND ARRAY_LENGTH(tenderer_ids) = 1
    ) AS alone
    JOIN sole_winner ON sole_winner.ocid = alone.ocid
    GROUP BY alone.ocid
)
SELECT
    bidding.ocid,
    NULL AS award_number,
    CAST(gaps.second AS DOUBLE) / CAST(gaps.winning AS DOUBLE) - 1 AS value,
    NULL AS currency
FROM bidding
JOIN sole_winner ON sole_winner.ocid = bidding.ocid
LEFT JOIN (SELECT * FROM compared WHERE currencies = 1 AND second >= winning AND winning > 0) AS gaps
    ON gaps.ocid = bidding.ocid
WHERE gaps.ocid IS NOT NULL OR NOT bidding.shown OR (bidding.submitted > 1 AND bidding.priced < 2)
