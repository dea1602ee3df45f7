-- One row a process whose awards are all decided: active, cancelled or unsuccessful; how many of them are active.
SELECT ocid, COUNT(CASE WHEN status = 'active' THEN 1 END) AS active
FROM awards
GROUP BY ocid
HAVING COUNT(CASE WHEN status NOT IN ('active', 'cancelled', 'unsuccessful') THEN 1 END) = 0
