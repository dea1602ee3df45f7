-- One row a bid that was handed in: not one that was only invited, or that was withdrawn. Its price is known where it
-- has an amount and a currency.
SELECT
    bids.ocid,
    bids.bid_number,
    bids.status,
    bids.date,
    bids.tenderer_ids,
    CASE WHEN bids.currency IS NOT NULL THEN bids.amount END AS amount,
    bids.currency
FROM bids
JOIN processes ON processes.ocid = bids.ocid
WHERE bids.status NOT IN ('invited', 'withdrawn') AND COALESCE(processes.tender_status, '') <> 'cancelled'
