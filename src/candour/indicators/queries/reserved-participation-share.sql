-- One row a process with a tender; known where the tender or a lot states its other requirements.
SELECT
    ocid,
    NULL AS award_number,
    CASE WHEN reserved_participation IS NOT NULL THEN 1 WHEN states_other_requirements THEN 0 END AS value,
    NULL AS currency
FROM tenders
