"""What becomes of the releases of a process, the odd ones among them."""

import json
from datetime import datetime
from decimal import Decimal

import orjson
import pytest

from candour.archive import Replace, Withdraw
from candour.warehouse import assemble

OCID = "ocds-f1ct10-1"


def test_releases_of_a_process_are_merged_in_the_order_of_their_dates(add, release, ask):
    add(release(release_id="2", date="2026-02-01T00:00:00Z", tender={"id": "t", "title": "Later"}))
    add(release(release_id="1", tender={"id": "t", "title": "Earlier", "status": "active"}))
    assert ask("SELECT title, tender_status, number_of_releases FROM processes") == [("Later", "active", 2)]
    assert ask("SELECT release_id, state FROM releases") == [("1", "merged"), ("2", "merged")]


def test_the_same_release_again_counts_once(add, release, ask, archive):
    add(release())
    archive.add(b" " + json.dumps(release(), indent=1).encode(), source="again", name="pretty.json")
    assert ask("SELECT state, source FROM releases") == [("merged", "test"), ("repeat", "again")]
    assert ask("SELECT number_of_releases FROM processes") == [(1,)]
    assert ask("SELECT rule FROM problems WHERE rule = 'release-sent-twice'") == []


def test_the_same_release_twice_in_one_file_is_worth_a_word(add, release, ask):
    add(release(), release(), release())
    assert ask("SELECT state FROM releases") == [("merged",), ("repeat",), ("repeat",)]
    said = ask("SELECT found, position FROM problems WHERE rule = 'release-sent-twice' ORDER BY position")
    assert said == [("1", "releases.jsonl: line 2"), ("1", "releases.jsonl: line 3")]


def test_one_id_with_other_content_is_merged_by_receipt_and_is_a_problem(add, release, ask):
    add(release(tender={"id": "t", "title": "First"}))
    add(release(tender={"id": "t", "title": "Second"}))
    assert ask("SELECT title, number_of_releases FROM processes") == [("Second", 2)]
    assert ask("SELECT count(*) FROM problems WHERE rule = 'release-ids-are-unique'") == [(1,)]


def test_a_release_without_id_gets_one_from_its_content(add, release, ask):
    add(release(release_id=None), dict(reversed(release(release_id=None).items())))
    ((first, made, state), (second, _, again)) = ask("SELECT release_id, id_made, state FROM releases")
    assert first == second
    assert first.startswith("made-")
    assert (made, state, again) == (True, "merged", "repeat")


def test_a_release_without_date_is_merged_as_the_oldest(add, release, ask):
    add(release(release_id="1", tender={"id": "t", "title": "Dated"}))
    add(release(release_id="2", date=None, tender={"id": "t", "title": "Undated", "description": "Kept"}))
    assert ask("SELECT title, description FROM processes") == [("Dated", "Kept")]
    assert ask("SELECT release_id, date FROM releases") == [("2", None), ("1", datetime(2026, 1, 1))]


def test_several_publishers_of_one_process_are_noted(archive, release, ask):
    for publisher in ("A", "B"):
        archive.add(orjson.dumps(release(release_id=publisher)), source="s", name="r.json", publisher=publisher)
    assert ask("SELECT publishers FROM processes") == [(["A", "B"],)]
    assert ask("SELECT found FROM problems WHERE rule = 'process-several-publishers'") == [("A, B",)]


def test_releases_that_cannot_go_together_do_not_cost_the_others(add, release, ask):
    add(
        release(release_id="1", awards=[{"id": "1", "title": "Kept"}]),
        release(release_id="2", date="2026-02-01T00:00:00Z", awards={"id": "1"}),
        release("ocds-f1ct10-2"),
    )
    assert ask("SELECT title FROM awards") == [("Kept",)]
    assert ask("SELECT state FROM releases WHERE ocid = ?", OCID) == [("merged",), ("left out",)]
    assert ask("SELECT release_id FROM problems WHERE rule = 'release-not-mergeable'") == [("2",)]
    assert ask("SELECT count(*) FROM processes") == [(2,)]


@pytest.mark.parametrize(
    "tender",
    [[], "x", 1, None, {"lots": {}}, {"lots": ["x", None]}, {"items": [{"classification": []}]}, {"value": []}],
)
def test_whatever_stands_in_a_tender_the_build_goes_on(tender, add, release, ask):
    add(release(tender=tender), release("ocds-f1ct10-2"))
    assert ask("SELECT count(*) FROM processes") == [(2,)]


def test_a_fault_of_ours_leaves_out_one_process_and_says_so(add, release, ask, monkeypatch):
    classify = assemble.social_care.classify

    def faulty(compiled):
        if compiled["ocid"] == OCID:
            raise KeyError("boom")
        return classify(compiled)

    monkeypatch.setattr(assemble.social_care, "classify", faulty)
    add(release(), release("ocds-f1ct10-2"))
    assert ask("SELECT ocid FROM processes") == [("ocds-f1ct10-2",)]
    assert ask("SELECT ocid, level FROM problems WHERE rule = 'process-not-processed'") == [(OCID, "error")]


def test_amounts_keep_their_currency_and_their_digits(add, release, ask):
    awards = [{"id": "1", "value": {"amount": 0.1, "currency": "GBP"}}]
    awards += [{"id": "2", "value": {"amount": 0.2, "currency": "AED"}}, {"id": "3", "value": {"amount": 1e300}}]
    add(release(awards=awards))
    assert ask("SELECT amount, currency FROM awards ORDER BY award_number") == [
        (Decimal("0.1"), "GBP"),
        (Decimal("0.2"), "AED"),
        (None, None),
    ]
    assert ask("SELECT path, found FROM problems WHERE rule = 'value-not-kept'") == [
        ("awards.value.amount", "1e+300")
    ]


def test_years_that_cannot_be_meant_are_null_and_shown(add, release, ask):
    add(release(tender={"id": "t", "tenderPeriod": {"endDate": "9999-12-31T00:00:00Z"}}))
    assert ask("SELECT tender_end FROM tenders") == [(None,)]
    told = ask("SELECT rule, found FROM problems WHERE path = 'tender.tenderPeriod.endDate'")
    assert told == [("dates-can-be-meant", "9999-12-31T00:00:00Z")], "once, by the check that knows what it means"


def test_suppliers_that_share_an_id_are_known_by_their_own_names(add, release, ask):
    parties = [{"id": "X", "name": "Alder Care", "identifier": {"scheme": "GB-COH", "id": "01234567"}}]
    awards = [{"id": "1", "suppliers": [{"id": "X", "name": "Alder care"}]}]
    awards += [{"id": "2", "suppliers": [{"id": "X", "name": "Beech Homes"}]}]
    add(release(parties=parties, awards=awards))
    assert ask("SELECT supplier_name, supplier_key FROM suppliers ORDER BY award_number") == [
        ("Alder Care", "GB-COH-01234567"),
        ("Beech Homes", "name:beech homes"),
    ]


def test_promises_and_deliveries_are_told_apart(add, release, ask):
    def metric(measure):
        return [{"id": "m", "title": "Kept visits", "observations": [{"id": "o", "measure": measure}]}]

    contract = {"id": "c", "agreedMetrics": metric("0.98"), "implementation": {"metrics": metric(0.93)}}
    add(release(tender={"id": "t", "targets": metric(0.95)}, contracts=[contract, {"id": "d"}]))
    assert ask("SELECT stage, measure, measure_text, holder_id FROM promises") == [
        ("tender", Decimal("0.95"), "0.95", None),
        ("contract", None, "0.98", "c"),
    ]
    assert ask("SELECT contract_id, metric_id, measure FROM deliveries") == [("c", "m", Decimal("0.93"))]
    assert ask("SELECT has_promises, has_deliveries, performance_published, stage FROM processes") == [
        (True, True, True, "implementation")
    ]


def test_a_metric_without_observations_is_not_lost(add, release, ask):
    add(release(tender={"id": "t", "targets": [{"id": "m"}]}))
    assert ask("SELECT metric_id, observation_id FROM promises") == [("m", None)]


def test_corrections_are_applied_and_shown(add, release, ask, archive):
    receipt = add(release(), release("ocds-f1ct10-2"))
    content = archive.open(receipt.id).read()
    title = content.index(b"Home care")
    archive.correct(receipt.id, Replace(title, b"Home care", b"Day care"), reason="the buyer said so", by="test")
    archive.correct(receipt.id, Withdraw("ocds-f1ct10-2", "1"), reason="published in error", by="test")
    assert ask("SELECT ocid, title FROM processes") == [(OCID, "Day care (fictional)")]
    assert ask("SELECT ocid FROM problems WHERE rule = 'release-withdrawn'") == [("ocds-f1ct10-2",)]
    assert ask("SELECT reason, counts FROM corrections ORDER BY reason") == [
        ("published in error", True),
        ("the buyer said so", True),
    ]


def test_a_withdrawn_receipt_is_listed_and_not_used(add, release, ask, archive):
    receipt = add(release())
    archive.correct(receipt.id, Withdraw(), reason="test", by="test")
    assert ask("SELECT count(*) FROM processes") == [(0,)]
    assert ask("SELECT receipt, withdrawn FROM receipts") == [(receipt.id, True)]


def test_what_could_not_be_read_is_in_the_problems(archive, ask):
    receipt = archive.add(b"<html>busy</html>", source="test", name="page.html")
    ((level, found_in),) = ask("SELECT level, receipt FROM problems")
    assert (level, found_in) == ("refused", receipt.id)


def test_an_empty_archive_makes_empty_tables(ask):
    assert ask("SELECT count(*), max(tender_amount) FROM processes") == [(0, None)]
