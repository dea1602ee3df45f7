"""A process put to the test, and the release that it is given to fill in."""

import copy
import json
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings

from candour.indicators.fit.fit import FitError, fit
from candour.ocds.merge import compiled_release
from candour.ocds.validate import Validator

from .published import chosen, filled, lost, oddities, processes

ON = date(2026, 11, 22)
GOLDEN = Path(__file__).parent / "golden"
HOME_CARE = json.loads((GOLDEN / "home-care.json").read_text("utf-8"))
CONTRACT = {"id": "c1", "awardID": "a1", "status": "active", "period": HOME_CARE["awards"][0]["contractPeriod"]}


def facts(one):
    return {stated.fact.id: stated for stated in one.facts}


def verdicts(one):
    return {metric.metric: metric for metric in one.metrics}


@settings(max_examples=120)
@given(processes, chosen)
def test_the_release_is_valid_and_changes_nothing_that_was_published(compiled, asked):
    before = copy.deepcopy(compiled)
    found = fit(compiled, ON, asked=asked)
    assert compiled == before
    assert (found.draft is None) == bool(found.no_draft)
    if found.draft:
        assert Validator().is_valid(found.draft.release)
        merged = compiled_release([compiled, found.draft.release])
        kept = {name: value for name, value in before.items() if name not in ("id", "date", "tag")}
        assert lost(kept, merged) == []


@settings(max_examples=120)
@given(processes, chosen)
def test_no_number_is_made_up(compiled, asked):
    found = fit(compiled, ON, asked=asked)
    for contract in found.draft.release.get("contracts", ()) if found.draft else ():
        measured = [*contract.get("agreedMetrics", ()), *contract["implementation"]["metrics"]]
        for metric in measured:
            (observation,) = metric["observations"]
            assert observation["state"] == "notReported"
            assert not {"measure", "value", "numerator", "denominator"} & set(observation)
        assert all(set(rate) <= {"id", "serviceType"} for rate in contract.get("rates", ()))


@settings(max_examples=120)
@given(processes, chosen)
def test_what_is_reported_or_promised_is_not_asked_for_again(compiled, asked):
    found = fit(compiled, ON, asked=asked)
    if not found.draft:
        return
    held = {str(contract.contract_id): contract for contract in found.contracts}
    for contract in found.draft.release.get("contracts", ()):
        known = held[str(contract["id"])]
        delivered = {metric["id"] for metric in contract["implementation"]["metrics"]}
        agreed = {metric["id"] for metric in contract.get("agreedMetrics", ())}
        assert not delivered & known.reported
        assert not agreed & (known.promised | known.reported)
        assert agreed <= delivered == set(found.chosen) - known.reported


@settings(max_examples=120)
@given(processes, chosen)
def test_filled_in_it_is_valid_and_reported_and_there_is_nothing_left_to_ask(compiled, asked):
    found = fit(compiled, ON, asked=asked)
    if not found.draft or not found.contracts or found.draft.left_out:
        return
    release = filled(copy.deepcopy(found.draft.release), found.draft.gaps)
    assert Validator().is_valid(release)
    again = fit(compiled_release([compiled, release]), ON, asked=found.chosen)
    assert all(verdicts(again)[name].verdict == "reported" for name in found.chosen)
    assert again.no_draft == "every chosen metric is reported already"


@settings(max_examples=120)
@given(processes)
def test_every_metric_and_every_fact_has_its_answer(compiled):
    found = fit(compiled, ON)
    for metric in found.metrics:
        stated = facts(found)
        assert not set(metric.rests_on) & set(metric.lacking)
        assert all(stated[name].is_there for name in metric.rests_on)
        assert all(stated[name].state == "missing" for name in metric.lacking)
        assert metric.because or metric.verdict not in ("does not apply", "kind of care unknown")
    for one in found.facts:
        assert one.found or one.state in ("missing", "not yet")


@settings(max_examples=150)
@given(oddities)
def test_whatever_was_published_there_is_a_valid_release_or_a_reason(compiled):
    found = fit(compiled, ON)
    assert Validator().is_valid(found.draft.release) if found.draft else found.no_draft


def test_the_release_of_a_known_process_is_the_golden_one():
    asked = ["satisfaction", "missed-visits", "worker-pay-share", "at-home-after-91-days"]
    found = fit(HOME_CARE, ON, asked=asked)
    golden = json.loads((GOLDEN / "home-care-draft.json").read_text("utf-8"))
    assert json.loads(msgspec.json.encode(found.draft)) == golden
    assert found.chosen == ("satisfaction", "missed-visits", "worker-pay-share"), "the fourth does not apply"


def test_an_award_without_a_contract_lacks_only_the_contract():
    found = fit(HOME_CARE, ON)
    assert found.care.services == ("home care",)
    assert verdicts(found)["missed-visits"].verdict == "once added"
    assert verdicts(found)["missed-visits"].lacking == ("contract",)
    assert verdicts(found)["worker-pay-share"].lacking == ("contract", "rates")
    assert verdicts(found)["at-home-after-91-days"].because == "it is not measured for home care"
    assert found.draft.release["tag"] == ["tenderUpdate", "contract", "implementation"]


def test_what_is_there_is_quoted_with_its_place():
    stated = facts(fit(HOME_CARE, ON))
    assert stated["supplier-number"].found[0].value == "GB-COH-01234567"
    assert stated["supplier-number"].found[0].path == "parties[1].identifier"
    assert stated["contract-period"].found[0].path == "awards[0].contractPeriod.endDate"
    assert stated["service-type"].because == 'tender.title says "home care"'
    assert stated["buyer-number"].state == "missing"


def test_a_number_that_means_something_in_one_portal_only_does_not_count():
    own = copy.deepcopy(HOME_CARE)
    own["parties"][1]["identifier"] = {"scheme": "GB-CFS", "id": "245423"}
    assert facts(fit(own, ON))["supplier-number"].state == "missing"


def test_an_award_to_several_cannot_tell_them_apart():
    several = copy.deepcopy(HOME_CARE)
    several["awards"][0]["suppliers"] = [{"id": "s"}, {"id": "t"}, {"id": "u"}]
    assert facts(fit(several, ON))["one-supplier"].because == "awards[0] has 3 suppliers"


def test_a_contract_that_ended_is_asked_what_it_reached_and_for_no_promise():
    over = copy.deepcopy(HOME_CARE) | {
        "contracts": [{**CONTRACT, "period": {"endDate": "2026-03-31T23:59:59+01:00"}}]
    }
    (contract,) = fit(over, ON, asked=["missed-visits"]).draft.release["contracts"]
    assert "agreedMetrics" not in contract
    (observation,) = contract["implementation"]["metrics"][0]["observations"]
    assert observation["period"]["endDate"] == "2026-03-31T23:59:59+01:00"


def test_what_is_said_of_a_metric_is_not_said_again():
    known = copy.deepcopy(HOME_CARE)
    waiting = {
        "id": "satisfaction",
        "title": "Happy people",
        "observations": [{"id": "2026-12-31", "notes": "later"}],
    }
    known["contracts"] = [{**CONTRACT, "implementation": {"metrics": [waiting]}}]
    (contract,) = fit(known, ON, asked=["satisfaction"]).draft.release["contracts"]
    (metric,) = contract["implementation"]["metrics"]
    assert set(metric) == {"id", "observations"}
    assert fit(known, ON).draft.release["tag"] == ["tenderUpdate", "contractUpdate", "implementationUpdate"]


def test_a_figure_that_may_not_be_shown_was_reported_all_the_same():
    hidden = {"id": "falls", "observations": [{"id": "1", "state": "suppressed", "stateReason": "fewer than 30"}]}
    told = copy.deepcopy(HOME_CARE) | {"contracts": [{**CONTRACT, "implementation": {"metrics": [hidden]}}]}
    assert verdicts(fit(told, ON))["falls"].verdict == "reported"


def test_every_kind_of_care_that_words_name_goes_into_the_draft():
    both = copy.deepcopy(HOME_CARE)
    both["tender"]["title"] = "Short breaks and home care"
    assert fit(both, ON).draft.release["tender"]["socialCare"]["serviceTypes"] == ["shortBreaks", "homeCare"]


def test_an_award_without_an_id_is_said_to_be_of_no_use():
    nameless = {
        "ocid": "ocds-f1ct10-1",
        "tender": {"id": "t", "title": "Home care"},
        "awards": [{"status": "active"}],
    }
    assert fit(nameless, ON).ended == "every award was cancelled or unsuccessful, or has no id"


def test_before_an_award_metrics_become_targets():
    early = {name: value for name, value in HOME_CARE.items() if name != "awards"}
    found = fit(early, ON)
    assert verdicts(found)["missed-visits"].verdict == "when awarded"
    assert facts(found)["supplier"].state == "not yet"
    assert [metric["id"] for metric in found.draft.release["tender"]["targets"]] == list(found.chosen)
    assert found.draft.release["tag"] == ["tenderUpdate"]


def test_a_cancelled_tender_has_nothing_to_report():
    ended = {"ocid": "ocds-f1ct10-1", "tender": {"id": "t", "title": "Home care", "status": "cancelled"}}
    found = fit(ended, ON)
    assert {metric.verdict for metric in found.metrics} == {"does not apply"}
    assert (
        found.no_draft
        == "no metric that was asked for applies; satisfaction: no contract came of it: tender.status is cancelled"
    )


def test_stated_care_outweighs_words():
    stated = copy.deepcopy(HOME_CARE)
    stated["tender"]["socialCare"] = {"serviceTypes": ["careHome"], "contractModel": "block"}
    found = fit(stated, ON)
    assert found.care.services == ("care home",)
    assert verdicts(found)["missed-visits"].verdict == "does not apply"
    assert "tender" not in found.draft.release


def test_metrics_made_for_adults_are_not_asked_of_children():
    young = copy.deepcopy(HOME_CARE)
    young["tender"]["title"] = "Residential care for children, and short breaks"
    found = fit(young, ON)
    assert found.care.services == ("short breaks", "children's homes")
    assert verdicts(found)["satisfaction"].because == 'it was made for adults, and tender.title says "children"'
    assert verdicts(found)["staff-turnover"].verdict == "once added"
    assert found.draft.release["tender"]["socialCare"]["clients"] == ["children"]
    assert "complaints-resolved" in found.chosen


def test_stated_clients_outweigh_words():
    stated = copy.deepcopy(HOME_CARE)
    stated["tender"] |= {"title": "Home care for children", "socialCare": {"clients": ["olderPeople"]}}
    assert verdicts(fit(stated, ON))["satisfaction"].verdict == "once added"


def test_where_nothing_names_the_kind_of_care_metrics_of_any_care_are_asked_for():
    silent = copy.deepcopy(HOME_CARE)
    silent["tender"]["title"] = "Lot 3"
    found = fit(silent, ON)
    assert verdicts(found)["complaints-resolved"].verdict == "once added"
    assert verdicts(found)["missed-visits"].verdict == "kind of care unknown"
    assert "complaints-resolved" in found.chosen


def test_a_contract_without_an_award_is_left_out_and_said():
    without = copy.deepcopy(HOME_CARE) | {"contracts": [{"id": "c9"}]}
    found = fit(without, ON)
    assert found.draft.left_out == ("contracts[0] has no awardID",)
    assert [contract["id"] for contract in found.draft.release["contracts"]] == ["a1"]


def test_a_metric_that_nobody_defined_is_refused():
    with pytest.raises(FitError, match="the outcome library has no metric 'smiles'; it has ascot"):
        fit(HOME_CARE, ON, asked=["smiles"])
