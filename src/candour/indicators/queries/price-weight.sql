-- One row a lot, or a tender without lots, that has award criteria. Known only where every criterion has a type and a
-- weight; ranks, thresholds and fixed prices are no weights.
WITH weighed AS (
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
)
SELECT
    ocid,
    NULL AS award_number,
    CASE WHEN COUNT(*) = COUNT(type) AND COUNT(*) = COUNT(weight) AND SUM(weight) > 0
        THEN SUM(CASE WHEN type IN ('price', 'cost') THEN weight ELSE 0 END) / SUM(weight)
    END AS value,
    NULL AS currency
FROM weighed
GROUP BY ocid, lot_id
