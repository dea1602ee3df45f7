-- One row an organisation and a bid of it that was submitted.
SELECT ocid, bid_number, status, date, amount, UNNEST(tenderer_ids) AS tenderer_id
FROM submitted_bids
