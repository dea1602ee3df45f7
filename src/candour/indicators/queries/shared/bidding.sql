-- One row a process that is awarded or shows its bids, unless its tender was cancelled: whether they are shown, how
-- many were submitted, how many of those have a price, and in how many currencies.
SELECT
    processes.ocid,
    processes.is_awarded,
    processes.tender_end,
    listed.ocid IS NOT NULL AS shown,
    COALESCE(counted.submitted, 0) AS submitted,
    COALESCE(counted.priced, 0) AS priced,
    COALESCE(counted.currencies, 0) AS currencies
FROM processes
LEFT JOIN (SELECT DISTINCT ocid FROM bids) AS listed ON listed.ocid = processes.ocid
LEFT JOIN (
    SELECT
        ocid,
        COUNT(*) AS submitted,
        COUNT(amount) AS priced,
        COUNT(DISTINCT CASE WHEN amount IS NOT NULL THEN currency END) AS currencies
    FROM submitted_bids
    GROUP BY ocid
) AS counted
    ON counted.ocid = processes.ocid
WHERE
    (processes.is_awarded OR listed.ocid IS NOT NULL) AND COALESCE(processes.tender_status, '') <> 'cancelled'
