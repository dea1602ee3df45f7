-- One row a lot, or a tender without lots, that has award criteria: how many there are, how many have a type or a
-- weight, and what they weigh. Ranks, thresholds and fixed prices are no weights.
SELECT
    ocid,
    lot_id,
    COUNT(*) AS criteria,
    COUNT(type) AS typed,
    COUNT(weight) AS weighed,
    SUM(weight) AS weight,
    SUM(CASE WHEN type IN ('price', 'cost') THEN weight ELSE 0 END) AS weight_of_price,
    SUM(CASE WHEN type = 'quality' THEN weight ELSE 0 END) AS weight_of_quality,
    COUNT(CASE WHEN type IN ('price', 'cost') THEN 1 END) AS of_price
FROM (
    SELECT
        ocid,
        lot_id,
        type,
        CASE
            WHEN number IS NULL THEN CAST(weight_in_description AS DOUBLE)
            WHEN threshold IS NULL AND fixed IS NULL AND weight NOT LIKE 'order%' THEN CAST(number AS DOUBLE)
        END AS weight
    FROM criteria
    WHERE "use" = 'award'
) AS one_criterion
GROUP BY ocid, lot_id
