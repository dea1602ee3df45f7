-- One row a process with a tender that was not cancelled and sets up no list that stays open.
SELECT
    ocid,
    NULL AS award_number,
    CASE WHEN tender_end >= tender_start
        THEN DATE_DIFF('day', CAST(tender_start AS DATE), CAST(tender_end AS DATE))
    END AS value,
    NULL AS currency
FROM tenders
WHERE COALESCE(status, '') <> 'cancelled' AND NOT COALESCE(has_dynamic_list, FALSE)
