"""What the sample says in the words of the social-care extension hangs together."""

import re
from itertools import groupby

import pytest

from candour.care.service_type import BY_CODE
from candour.indicators.definition import metrics
from candour.sample import processes
from candour.sample.metrics import METRICS, agreed
from candour.sample.registers.cqc import location_id
from candour.sample.registers.registration import registrations
from candour.sample.services import CARE
from candour.sample.social_care.terms import of_tender

LIBRARY = metrics()
CODES = {"visit log": "visitLog", "care records": "careRecords", "register of events": "registerOfEvents"}


@pytest.fixture(scope="module")
def sample():
    return list(processes(3000, 7, faults=False))


def observations(sample):
    for process in sample:
        for release in process:
            for contract in release.get("contracts", ()):
                for metric in contract.get("implementation", {}).get("metrics", ()):
                    for observation in metric["observations"]:
                        yield metric, observation


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.id)
def test_metrics_are_those_of_the_outcome_library(metric):
    known = LIBRARY[metric.id]
    assert (metric.title, metric.unit, metric.population) == (known.title, known.unit, known.population)
    assert metric.method == CODES.get(known.collected.by, known.collected.by)
    assert metric.yearly == (known.period == "twelve months")
    assert known.direction == "neither" or (metric.best > metric.worst) == (known.direction == "higher")


def test_metrics_are_of_contracts_for_care_that_they_apply_to(sample):
    kind_of = {}
    for process in sample:
        terms = of_tender(process.facts)
        if terms:
            kind_of[process.facts.service.name] = BY_CODE[terms["socialCare"]["serviceTypes"][0]]
    assert set(kind_of) == {service.name for service in CARE}
    for service in CARE:
        for number in range(3):
            for metric in agreed(service, number):
                assert {kind_of[service.name], "any"} & {*LIBRARY[metric.id].applies_to.services}


def test_a_measure_follows_from_its_numerator_and_denominator(sample):
    scale = {metric.id: metric.scale for metric in METRICS}
    digits = {metric.id: metric.digits for metric in METRICS}
    seen = 0
    for metric, observation in observations(sample):
        counts = observation if "numerator" in observation else observation.get("dimensions", {})
        if counts and "measure" in observation:
            made = scale[metric["id"]] * int(counts["numerator"]) / int(counts["denominator"])
            assert observation["measure"] == round(made, digits[metric["id"]])
            seen += 1
    assert seen > 5000


def test_what_is_not_a_value_has_neither_measure_nor_counts_and_says_why(sample):
    states = {}
    for _, observation in observations(sample):
        state = observation.get("state", "value")
        states[state] = states.get(state, 0) + 1
        if state != "value":
            assert not {"measure", "numerator", "denominator", "respondents"} & observation.keys()
            assert observation["stateReason"]
    assert set(states) == {"value", "suppressed", "notReported", "notComputable"}
    assert states["value"] > 0.8 * sum(states.values())


def test_nobody_answers_who_was_not_asked(sample):
    asked = [one for _, one in observations(sample) if "respondents" in one]
    assert asked
    assert all(one["respondents"] == one["denominator"] <= one["invited"] for one in asked)


def test_more_is_promised_of_pay_than_is_paid(sample):
    pairs = 0
    for process in sample:
        stages = {"contracts": {}, "implementation": {}}
        for release in process:
            for contract in release.get("contracts", ()):
                for stage, holder in (
                    ("contracts", contract),
                    ("implementation", contract.get("implementation", {})),
                ):
                    for rate in holder.get("rates", ()):
                        stages[stage][contract["id"], rate["id"]] = rate
        for key, paid in stages["implementation"].items():
            if key in stages["contracts"]:
                promised = stages["contracts"][key]
                assert promised["workerShare"] > paid["workerShare"]
                assert promised["payerPays"] == paid["payerPays"]
                pairs += 1
    assert pairs > 50


def test_the_winner_has_the_best_score_and_scores_add_up(sample):
    shown = 0
    for process in sample:
        for release in process:
            bids = release.get("bids", {}).get("details", ())
            for bid in bids:
                weighted = [score["weighted"] for score in bid["scores"] if "weighted" in score]
                assert bid["totalScore"] == pytest.approx(sum(weighted), abs=0.011)
                assert sum(score.get("weight", 0) for score in bid["scores"]) == pytest.approx(1)
                groups = {score["group"] for score in bid["scores"]}
                assert groups == {"wholePanel", "livedExperience"}
            if bids:
                shown += 1
                totals = [bid["totalScore"] for bid in bids]
                assert totals == sorted(totals, reverse=True)
                won = {winner["id"] for winner in release["awards"][0]["suppliers"]}
                assert won == {bid["tenderers"][0]["id"] for bid in bids[: len(won)]}
                criteria = {score["criterion"] for bid in bids for score in bid["scores"]}
                assert criteria <= {one["id"] for one in _criteria(process)} or not _criteria(process)
    assert shown > 10


def test_services_follow_one_another(sample):
    by_ocid = {process.ocid: process for process in sample}
    told = 0
    for process in sample:
        if process.successor:
            later = by_ocid[process.successor]
            assert later.predecessor == process.ocid
            assert later.facts.council == process.facts.council
            assert later.facts.service == process.facts.service
            assert later.facts.start_day == process.facts.ended_day + 1
        for release in process:
            for contract in release.get("contracts", ()):
                for field, ocid in (("predecessors", process.predecessor), ("successors", process.successor)):
                    for other in contract.get(field, ()):
                        told += 1
                        assert other["ocid"] == ocid
                        assert (other["reason"] == "handedBack") == _earlier(process, by_ocid[ocid]).facts.handed_back
                        assert {other["supplier"]["id"], other["buyer"]["id"]} <= {
                            party["id"] for party in release["parties"]
                        }
    assert told > 50


def test_some_contracts_are_handed_back_and_say_so(sample):
    ends = [
        (process.facts.handed_back, contract["implementation"])
        for process in sample
        for release in process
        for contract in release.get("contracts", ())
        if "endDate" in contract.get("implementation", {})
    ]
    assert all(("handed" in end["endDateDetails"]) == handed_back for handed_back, end in ends)
    assert any("noMetricsRationale" in end for _, end in ends)
    for handed_back, same in groupby(sorted(ends, key=lambda one: one[0]), key=lambda one: one[0]):
        assert len(list(same)) > 20, handed_back


def test_nobody_is_named_who_took_part(sample):
    taking_part = [
        part
        for process in sample
        for release in process
        for part in (*release.get("participation", ()), *release.get("tender", {}).get("evaluationPanel", ()))
    ]
    assert len(taking_part) > 100
    assert not re.search(r'"name":', str(taking_part).replace("'", '"'))


def test_stated_registrations_are_those_of_the_register(sample):
    known = {location_id(one): one.provider.regulator_id for one in registrations()}
    stated = [
        (one["number"], one["providerNumber"])
        for process in sample
        for release in process
        for party in release.get("parties", ())
        for one in party.get("careRegistrations", ())
    ]
    assert len(stated) > 300
    assert all(known[number] == provider for number, provider in stated)


def _criteria(process):
    return [
        criterion
        for release in process
        for lot in release.get("tender", {}).get("lots", ())
        for criterion in lot.get("awardCriteria", {}).get("criteria", ())
    ]


def _earlier(process, other):
    return other if process.predecessor == other.ocid else process
