-- One row an active award and each of its suppliers.
SELECT DISTINCT supplier_key AS group_key, supplier_name AS group_name, ocid, award_number
FROM suppliers
WHERE award_status = 'active' AND supplier_key IS NOT NULL
