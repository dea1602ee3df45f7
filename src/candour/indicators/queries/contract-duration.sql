-- One row a contract, or an active award without one; months of 30.4375 days. An end before the start is no duration.
WITH periods AS (
    SELECT ocid, award_number, contract_start, contract_end FROM contracts
    UNION ALL
    SELECT awards.ocid, awards.award_number, awards.contract_start, awards.contract_end
    FROM awards
    LEFT JOIN (SELECT DISTINCT ocid, award_number FROM contracts) AS signed
        ON signed.ocid = awards.ocid AND signed.award_number = awards.award_number
    WHERE awards.status = 'active' AND signed.ocid IS NULL
)
SELECT
    ocid,
    award_number,
    CASE WHEN contract_end >= contract_start
        THEN DATE_DIFF('day', CAST(contract_start AS DATE), CAST(contract_end AS DATE)) / CAST(30.4375 AS DOUBLE)
    END AS value,
    NULL AS currency
FROM periods
