-- One row a supplier of an active award that states a registration where care is rated. Good means what it means in
-- its own nation: England's overall rating, elsewhere every question that was graded.
WITH stated_grade AS (
    SELECT
        suppliers.ocid,
        suppliers.award_number,
        suppliers.supplier_id,
        MIN(CASE WHEN rating_words.at_or_above_good THEN 1 WHEN NOT rating_words.at_or_above_good THEN 0 END) AS value
    FROM suppliers
    JOIN stated_registrations
        ON stated_registrations.ocid = suppliers.ocid
        AND stated_registrations.organisation_id = suppliers.supplier_id
    LEFT JOIN rating_words
        ON rating_words.register = stated_registrations.register
        AND rating_words.word = LOWER(TRIM(stated_registrations.rating))
        AND (stated_registrations.register <> 'cqc' OR LOWER(stated_registrations.key_question) = 'overall')
        AND COALESCE(stated_registrations.published <= suppliers.award_date, TRUE)
    WHERE suppliers.award_status = 'active' AND stated_registrations.register IN ('cqc', 'careInspectorate', 'ciw')
    GROUP BY suppliers.ocid, suppliers.award_number, suppliers.supplier_id
)
SELECT ocid, award_number, value, NULL AS currency
FROM stated_grade
