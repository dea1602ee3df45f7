-- One row a contract that has ended when its process was last published, by its real end or else the planned one.
SELECT contracts.ocid, contracts.contract_number, contracts.award_number
FROM contracts
JOIN processes ON processes.ocid = contracts.ocid
WHERE
    contracts.status = 'terminated'
    OR (
        COALESCE(contracts.status, '') <> 'cancelled'
        AND COALESCE(contracts.ended, contracts.contract_end) <= processes.last_date
    )
