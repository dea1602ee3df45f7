-- One row a supplier of an active award of a process, each once.
SELECT DISTINCT ocid, supplier_id
FROM suppliers
WHERE award_status = 'active' AND supplier_id IS NOT NULL
