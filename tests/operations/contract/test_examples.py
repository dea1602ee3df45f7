"""The worked examples of the social-care extension, looked at contract by contract."""

from pathlib import Path

import pytest

from candour.archive import Archive
from candour.operations.answers.answering import answer_all
from candour.operations.answers.kinds import KINDS, give
from candour.operations.answers.questions import roles
from candour.operations.build import build_warehouse
from candour.operations.contract.view import contract_view
from candour.operations.home import Home

from .conftest import DAY

EXAMPLES = Path(__file__).parents[3] / "standard" / "examples"


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    """A contract of the examples, by its process and its own id."""
    home = Home(tmp_path_factory.mktemp("examples"))
    archive = Archive.at(home.archive)
    for file in sorted(EXAMPLES.glob("*.json")):
        if file.name != "statement.json":
            archive.add(file, source="test", name=file.name)
    build_warehouse(home, workers=1)

    def of(ocid, contract_id=None):
        (found,) = contract_view(home, ocid, DAY, contract_id).contracts
        return found

    return of


def test_from_co_design_to_lessons_nearly_every_kind_of_answer_is_given(example):
    view = example("ocds-f1ct10-larkmoor-home-care-2022", "contract-north")
    missing = {name for name in KINDS if give(name, view).state != "value"}
    assert missing == {
        "place",
        "ratings_on_award_day",
        "ratings_now",
        "reported_without_promise",
        "failures",
        "inherited",
        "same_procurement",
        "provider_publishes",
    }


def test_a_fee_is_held_against_the_newest_year_that_it_has_to_pay_for(example):
    view = example("ocds-f1ct10-larkmoor-home-care-2022", "contract-north")
    hours = {one.title: (str(one.an_hour), one.year, one.beside.standing) for one in view.price.hours if one.beside}
    assert hours["Weekday, 2024"] == ("24.3", "2024-25", "below the sustainability line; the red line is not known")
    assert hours["Weekday, 2025"][1:] == ("2025-26", "between the red line and the sustainability line")
    # £8.60 for a visit of a quarter of an hour
    assert hours["Short call for medicines, 2023"][0] == "34.40"


def test_outcomes_outlive_a_contract_that_was_handed_back(example):
    (after,) = example("ocds-f1ct10-saltmere-home-care-2022").continuity.neighbours
    assert (after.side, after.ocid, after.reason) == ("after", "ocds-f1ct10-saltmere-home-care-2024", "handedBack")
    assert {one.metric: (one.fate, str(one.baseline.value)) for one in after.inherited} == {
        "continuity-of-workers": ("carried over", "13.1"),
        "missed-visits": ("carried over", "0.0252"),
        "control-over-daily-life": ("carried over", "0.5735"),
    }
    later = example("ocds-f1ct10-saltmere-home-care-2024")
    assert [(one.side, one.ocid) for one in later.continuity.neighbours] == [
        ("before", "ocds-f1ct10-saltmere-home-care-2022"),
        ("after", "ocds-f1ct10-saltmere-home-care-2024"),
    ]
    assert later.continuity.neighbours[0].inherited == after.inherited


def test_what_is_kept_back_is_kept_back_and_says_so(example):
    view = example("ocds-f1ct10-elmbrook-chosen-support-2024")
    states = {one.metric: one.latest.state for one in view.outcomes if one.latest}
    assert "suppressed" in states.values()
    for role in roles().values():
        for one in answer_all(role, view):
            assert one.answer.state != "suppressed" or "suppressed" in one.answer.text
