from datetime import date

import pytest

from candour.care.ratings.framework import FRAMEWORKS, REGISTERS, framework_on
from candour.care.ratings.key_question import named
from candour.care.ratings.rating import NotARatingError, Rating, read_rating
from candour.care.ratings.state import STATES
from candour.care.ratings.words import WORDS, UnknownWordError, read


def rating(**changes):
    return Rating(
        **{
            "register": "cqc",
            "subject": "location",
            "subject_id": "1-000",
            "key_question": "overall",
            "state": "rated",
            "grade": "good",
            "framework": "cqc-key-lines-of-enquiry-2017",
        }
        | changes
    )


@pytest.mark.parametrize(
    ("register", "written", "state", "grade"),
    [
        ("cqc", "Requires improvement", "rated", "requires improvement"),
        ("cqc", "Requires Improvement", "rated", "requires improvement"),
        ("cqc", " OUTSTANDING\u00a0", "rated", "outstanding"),
        ("cqc", "Inadequate", "rated", "inadequate"),
        ("cqc", "", "unrated", None),
        ("cqc", "-", "unrated", None),
        ("cqc", "–", "unrated", None),
        ("cqc", "Not Rated", "unrated", None),
        ("cqc", "No published rating", "unrated", None),
        ("cqc", "Not applicable", "unrated", None),
        ("cqc", "Inspected but not rated", "inspected but not rated", None),
        ("cqc", "Insufficient evidence to rate", "inspected but not rated", None),
        ("cqc", "Regulations met", "inspected but not rated", None),
        ("cqc", "Not all regulations met", "inspected but not rated", None),
        ("cqc", "Suppressed", "suppressed", None),
        ("cqc", "Rating suspended", "suppressed", None),
        ("cqc", "Under appeal", "suppressed", None),
        ("care_inspectorate", "5.0", "rated", "5"),
        ("care_inspectorate", "6", "rated", "6"),
        ("care_inspectorate", "Very Good", "rated", "5"),
        ("care_inspectorate", "Unsatisfactory", "rated", "1"),
        ("care_inspectorate", "", "unrated", None),
        ("ciw", "Requires significant  improvement", "rated", "requires significant improvement"),
        ("ciw", "Poor", "rated", "poor"),
        ("ciw", "Not yet inspected", "not yet inspected", None),
        ("rqia", "", "no ratings in this nation", None),
    ],
)
def test_what_registers_write(register, written, state, grade):
    assert read(register, written) == (state, grade)


@pytest.mark.parametrize(
    ("register", "written"),
    [
        ("cqc", "Adequate"),
        ("cqc", "5"),
        ("cqc", "Good*"),
        ("care_inspectorate", "4.5"),
        ("care_inspectorate", "0"),
        ("care_inspectorate", "7.0"),
        ("care_inspectorate", "outstanding"),
        ("ciw", "inadequate"),
        ("rqia", "Good"),
    ],
)
def test_a_word_that_is_not_known_is_refused_by_name(register, written):
    with pytest.raises(UnknownWordError, match=f"^{register}: '{written.replace('*', '.')}' is no rating"):
        read(register, written)


def test_every_word_means_a_state_that_is_not_rated():
    assert set(WORDS) == set(REGISTERS)
    assert all(state in STATES and state != "rated" for words in WORDS.values() for state in words.values())


@pytest.mark.parametrize(
    ("register", "written", "name"),
    [
        ("cqc", "Overall", "overall"),
        ("cqc", "Well-led", "well-led"),
        ("cqc", "Well led", "well-led"),
        ("care_inspectorate", "KQ_Support_Wellbeing", "wellbeing"),
        ("care_inspectorate", "KQ_Care_and_Support_Planning", "planning"),
        ("care_inspectorate", "KQ_Care_Play_and_Learning", "care play and learning"),
        ("care_inspectorate", "KQ_Staff_Team", "staff team"),
        ("ciw", "Wellbeing", "well-being"),
        ("ciw", "Care & Support", "care and support"),
    ],
)
def test_names_of_key_questions(register, written, name):
    assert named(register, written) == name


def test_a_key_question_that_is_not_asked_is_refused():
    with pytest.raises(UnknownWordError, match="'Kindness' is no key question"):
        named("cqc", "Kindness")


@pytest.mark.parametrize(
    ("changes", "because"),
    [
        ({"grade": None}, "a grade is there exactly when it is rated"),
        ({"state": "unrated"}, "a grade is there exactly when it is rated"),
        ({"grade": "5"}, "5 is no grade of Key lines of enquiry"),
        ({"key_question": "wellbeing"}, "no such key question"),
        ({"framework": "ciw-ratings-2025"}, "no framework of this register"),
        ({"framework": None}, "a grade means nothing without one"),
        ({"register": "ofsted"}, "no register of ratings"),
        ({"subject_id": ""}, "needs one"),
        ({"state": "no ratings in this nation", "grade": None}, "England has ratings"),
        ({"inherited_from": "1-001"}, "not marked as inherited"),
        ({"register": "rqia", "framework": None}, "no ratings in Northern Ireland"),
        (
            {"register": "care_inspectorate", "framework": "care_inspectorate-key-questions-2018"},
            "no such key question",
        ),
    ],
)
def test_a_rating_that_contradicts_itself_is_refused(changes, because):
    with pytest.raises(NotARatingError, match=because):
        rating(**changes)


def read_one(**changes):
    return read_rating(
        **{
            "register": "cqc",
            "subject": "location",
            "subject_id": "1-000",
            "key_question": "Overall",
            "as_published": "Good",
        }
        | changes
    )


def test_not_yet_inspected_needs_evidence():
    assert read_one(as_published="").state == "unrated"
    assert read_one(as_published="", ever_inspected=True).state == "unrated"
    assert read_one(as_published="", ever_inspected=False).state == "not yet inspected"
    assert read_one(as_published="Inspected but not rated", ever_inspected=False).state == "inspected but not rated"


def test_the_words_of_the_register_stay_beside_the_grade():
    known = read_one(as_published="Requires Improvement", published=date(2020, 2, 3))
    assert (known.grade, known.as_published) == ("requires improvement", "Requires Improvement")


@pytest.mark.parametrize(
    ("register", "dates", "name", "sure"),
    [
        ("cqc", {"inspected": date(2016, 5, 5)}, "cqc-key-lines-of-enquiry-2014", True),
        ("cqc", {"inspected": date(2017, 11, 5)}, "cqc-key-lines-of-enquiry-2017", False),
        ("cqc", {"published": date(2020, 1, 1)}, "cqc-key-lines-of-enquiry-2017", True),
        ("cqc", {"inspected": date(2023, 11, 20)}, "cqc-key-lines-of-enquiry-2017", True),
        ("cqc", {"inspected": date(2023, 11, 21)}, "cqc-single-assessment-2023", False),
        ("cqc", {"published": date(2024, 8, 1)}, "cqc-single-assessment-2023", False),
        ("cqc", {"published": date(2024, 8, 1), "inspected": date(2024, 6, 1)}, "cqc-single-assessment-2023", True),
        ("cqc", {"published": date(2025, 8, 1)}, "cqc-single-assessment-2023", True),
        ("cqc", {}, "cqc-single-assessment-2023", False),
        ("cqc", {"published": date(2011, 1, 1)}, None, True),
        ("care_inspectorate", {"published": date(2016, 1, 1)}, "care_inspectorate-quality-themes", True),
        (
            "care_inspectorate",
            {"published": date(2024, 1, 1), "kind": "Care Home Service"},
            "care_inspectorate-key-questions-2018",
            True,
        ),
        (
            "care_inspectorate",
            {"published": date(2024, 1, 1), "kind": "Child Minding"},
            "care_inspectorate-childcare-2022",
            True,
        ),
        ("ciw", {"published": date(2025, 6, 1)}, "ciw-ratings-2025", True),
        ("ciw", {"inspected": date(2024, 6, 1)}, "ciw-silent-2023", True),
        ("rqia", {"inspected": date(2024, 6, 1)}, None, True),
    ],
)
def test_the_framework_of_a_day(register, dates, name, sure):
    found = framework_on(register, **dates)
    assert (found.framework.id if found.framework else None, found.sure) == (name, sure)
    assert found.reason


def test_a_grade_that_only_one_framework_has_decides():
    assert (
        read_one(
            register="ciw", key_question="Environment", as_published="Needs improvement", inspected=date(2025, 3, 31)
        ).framework
        == "ciw-silent-2023"
    )


def test_a_grade_before_any_framework_is_refused():
    with pytest.raises(NotARatingError, match="before the first framework"):
        read_one(published=date(2011, 1, 1))


def test_frameworks_are_whole():
    for name, known in FRAMEWORKS.items():
        assert name.startswith(known.register)
        assert set(known.at_or_above_good) == set(known.grades[: len(known.at_or_above_good)])
        assert "overall" not in known.key_questions
        assert len(known.grade_words) in (0, len(known.grades))
        assert known.ends is None or known.starts < known.ends
        assert known.sources
        assert REGISTERS[known.register].rates
    assert {known.register for known in FRAMEWORKS.values()} == {"cqc", "care_inspectorate", "ciw"}
