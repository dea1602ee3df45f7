-- One row an awarded process whose awards are all decided, with two bids or more or that shows none.
WITH judged AS (
    SELECT
        bidders.ocid,
        bidders.tenderer_id,
        MAX(CASE WHEN bidders.status = 'valid' THEN 1 ELSE 0 END) AS is_valid,
        MAX(CASE WHEN bidders.status = 'disqualified' THEN 1 ELSE 0 END) AS is_disqualified,
        MAX(CASE WHEN winners.supplier_id IS NOT NULL THEN 1 ELSE 0 END) AS has_won
    FROM bidders
    LEFT JOIN winners ON winners.ocid = bidders.ocid AND winners.supplier_id = bidders.tenderer_id
    GROUP BY bidders.ocid, bidders.tenderer_id
),
outcome AS (
    SELECT
        ocid,
        SUM(is_valid) AS valid,
        SUM(is_valid * has_won) AS valid_and_won,
        SUM((1 - is_valid) * is_disqualified) AS others_disqualified
    FROM judged
    GROUP BY ocid
)
SELECT
    bidding.ocid,
    NULL AS award_number,
    CASE
        WHEN outcome.valid = 1 AND outcome.valid_and_won = 1 AND won.suppliers = 1 AND outcome.others_disqualified > 0
            THEN 1
        WHEN outcome.ocid IS NOT NULL THEN 0
    END AS value,
    NULL AS currency
FROM bidding
JOIN decided ON decided.ocid = bidding.ocid
LEFT JOIN outcome ON outcome.ocid = bidding.ocid
LEFT JOIN (SELECT ocid, COUNT(*) AS suppliers FROM winners GROUP BY ocid) AS won ON won.ocid = bidding.ocid
WHERE bidding.is_awarded AND (bidding.submitted > 1 OR NOT bidding.shown)
