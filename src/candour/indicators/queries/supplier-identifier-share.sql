-- One row a supplier of an active award.
SELECT
    suppliers.ocid,
    suppliers.award_number,
    MAX(CASE WHEN organisations.scheme IS NOT NULL AND organisations.identifier IS NOT NULL THEN 1 ELSE 0 END) AS value,
    NULL AS currency
FROM suppliers
LEFT JOIN organisations
    ON organisations.ocid = suppliers.ocid AND organisations.organisation_id = suppliers.supplier_id
WHERE suppliers.award_status = 'active'
GROUP BY suppliers.ocid, suppliers.award_number, suppliers.supplier_id
