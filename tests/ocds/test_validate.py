import pytest

from candour.ocds.validate import Validator


def release(**changes):
    valid = {
        "ocid": "ocds-fiction-1",
        "id": "1",
        "date": "2026-05-01T09:30:00Z",
        "tag": ["tender"],
        "initiationType": "tender",
    }
    return {key: value for key, value in {**valid, **changes}.items() if value is not ...}


def test_a_small_valid_release_has_no_problems():
    assert Validator().is_valid(release())
    assert Validator().problems(release()) == []


def test_problems_name_the_process_the_release_and_the_exact_place():
    [problem] = Validator().problems(release(awards=[{"id": "a"}, {"id": "b", "value": {"amount": "12"}}]))
    assert (problem.ocid, problem.release_id) == ("ocds-fiction-1", "1")
    assert (problem.path, problem.position) == ("awards.value.amount", "awards[1].value.amount")


def test_extensions_decide_what_is_known():
    lots = release(tender={"id": "t", "lots": [{"id": 1}]})
    assert [problem.rule.id for problem in Validator([]).problems(lots)] == ["additional-field"]
    assert [problem.rule.id for problem in Validator(["lots"]).problems(lots)] == ["wrong-type"]


@pytest.mark.parametrize("thing", [None, 1, "text", [], [{}], {}])
def test_what_is_no_release_is_said_to_be_none_without_a_traceback(thing):
    validator = Validator()
    assert not validator.is_valid(thing)
    assert validator.problems(thing)


def test_notes_leave_a_release_valid():
    odd = release(x_own=1, tender={"id": "t", "submissionMethod": ["pigeon"], "title_cy": 5})
    assert Validator().is_valid(odd)
    assert {problem.rule.level for problem in Validator().problems(odd)} == {"note", "warning"}
