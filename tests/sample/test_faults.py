"""What is wrong with the sample is exactly what it says is wrong with it."""

from collections import Counter

import pytest

from candour.ocds.merge import compiled_release
from candour.sample import FAULTS, processes

N = 6000


def foreign_currency(process):
    return any(
        lot.get("value", {}).get("currency") == "AED" for r in process for lot in r.get("tender", {}).get("lots", ())
    )


def duplicate_award_id(process):
    return any(_repeated(award["id"] for award in release.get("awards", ())) for release in process)


def unpadded_company_number(process):
    return any(
        identifier["scheme"] == "GB-COH" and len(identifier["id"]) < 8
        for party in _parties(process)
        for identifier in party.get("additionalIdentifiers", ())
    )


def release_twice(process):
    return _repeated(release["id"] for release in process if "id" in release)


def absurd_date(process):
    return any(
        period.get("startDate", "")[:4] == "0001" or period.get("endDate", "")[:4] == "9999"
        for release in process
        for period in (release.get("tender", {}).get("contractPeriod", {}),)
    )


def empty_supplier_name(process):
    return any(party["name"] == "" for party in _parties(process))


def shared_supplier_id(process):
    return any(_repeated(party["id"] for party in release.get("parties", ())) for release in process)


def no_release_id(process):
    return any("id" not in release for release in process)


def dangling_party(process):
    return any(
        release["buyer"]["id"] not in {party["id"] for party in release["parties"]}
        for release in process
        if "parties" in release
    )


def times_a_hundred(process):
    worth = sum(lot.pounds for lot in process.facts.lots)
    return any(award["value"]["amount"] > 20 * worth for r in process for award in r.get("awards", ()))


def currency_change(process):
    return any(award["value"]["currency"] == "EUR" for r in process for award in r.get("awards", ()))


def worker_share_as_percent(process):
    return any(
        rate.get("workerShare", 0) > 1
        for r in process
        for award in r.get("awards", ())
        for rate in award.get("rates", ())
    )


def score_above_its_maximum(process):
    return any(
        score["score"] > score["maximum"]
        for release in process
        for bid in release.get("bids", {}).get("details", ())
        for score in bid["scores"]
    )


def share_as_percent(process):
    return any(
        observation["unit"]["name"] == "share" and observation["measure"] > 1
        for metric in _delivered(process)
        for observation in metric["observations"]
        if "measure" in observation
    )


def other_metric_version(process):
    return any(metric["version"] != 1 for metric in _delivered(process))


DETECTORS = {
    "foreign currency": foreign_currency,
    "duplicate award id": duplicate_award_id,
    "unpadded company number": unpadded_company_number,
    "release twice": release_twice,
    "absurd date": absurd_date,
    "empty supplier name": empty_supplier_name,
    "shared supplier id": shared_supplier_id,
    "no release id": no_release_id,
    "dangling party": dangling_party,
    "times a hundred": times_a_hundred,
    "currency change": currency_change,
    "worker share as percent": worker_share_as_percent,
    "score above its maximum": score_above_its_maximum,
    "share as percent": share_as_percent,
    "other metric version": other_metric_version,
}


@pytest.fixture(scope="module")
def sample():
    return list(processes(N, 11))


def test_every_fault_has_a_detector():
    assert set(DETECTORS) == {fault.name for fault in FAULTS}


@pytest.mark.parametrize("name", DETECTORS)
def test_a_fault_is_found_where_it_was_put_and_nowhere_else(sample, name):
    find = DETECTORS[name]
    assert [p.ocid for p in sample if find(p)] == [p.ocid for p in sample if name in p.faults]
    assert any(name in p.faults for p in sample)


def test_faults_are_as_frequent_as_stated(sample):
    """Within what chance allows (five standard deviations), among the processes in which a fault is possible."""
    found = Counter(name for process in sample for name in process.faults)
    for fault in FAULTS:
        if fault.needs or fault.name in ("unpadded company number", "shared supplier id"):
            continue
        possible = sum(process.portal in fault.portals for process in sample)
        spread = (possible * fault.rate * (1 - fault.rate)) ** 0.5
        assert abs(found[fault.name] - possible * fault.rate) <= 5 * spread


def test_without_faults_there_are_none():
    for process in processes(1500, 11, faults=False):
        assert not process.faults
        assert not any(find(process) for find in DETECTORS.values())


def test_faults_do_not_change_the_rest():
    """The same processes are told, fault or no fault: what an analysis loses to the faults can be measured."""
    for wrong, right in zip(processes(600, 11), processes(600, 11, faults=False), strict=True):
        assert wrong.facts == right.facts
        if wrong.faults <= {"no release id"}:
            assert compiled_release(wrong.releases)["tender"] == compiled_release(right.releases)["tender"]


def _delivered(process):
    return [
        metric
        for release in process
        for contract in release.get("contracts", ())
        for metric in contract.get("implementation", {}).get("metrics", ())
    ]


def _parties(process):
    return [party for release in process for party in release.get("parties", ())]


def _repeated(ids):
    return any(count > 1 for count in Counter(ids).values())
