"""The sets of questions: plain, checked at load, and each answered from kinds of answer that there are."""

from datetime import date
from pathlib import Path

import pytest

from candour.definitions import FOLDER, DefinitionError
from candour.operations.answers.kinds import KINDS, fault_of
from candour.operations.answers.questions import QuestionError, role, roles

from .reading_age import reading_age

FAMILY = FOLDER / "questions" / "family.yaml"
DESIGNED_FOR = {
    "person-supported",
    "family",
    "care-worker",
    "commissioner",
    "social-worker",
    "provider",
    "researcher",
}


def every_question():
    return [(one.id, question) for one in roles().values() for question in one.questions]


def test_everybody_that_we_design_for_has_eight_questions_or_more():
    assert set(roles()) == DESIGNED_FOR
    assert all(len(one.questions) >= 8 for one in roles().values())


def test_questions_and_reasons_can_be_read_at_twelve():
    for name, question in every_question():
        for text in (question.question, question.why):
            assert reading_age(text) <= 12, f"{name}: {text}"
        assert len(question.question.split()) <= 16, f"{name}: {question.question}"


def test_what_to_ask_is_a_sentence_for_a_letter():
    for name, question in every_question():
        assert question.ask.startswith("Please "), f"{name}: {question.ask}"
        assert question.ask.endswith("."), f"{name}: {question.ask}"


def test_no_question_is_overdue_for_review():
    for name, question in every_question():
        assert question.review_date > date(2026, 11, 1), f"{name}: {question.id}"


def test_every_kind_of_answer_says_what_it_tells():
    for name, kind in KINDS.items():
        assert kind.says.endswith("."), name
        assert "\n" not in kind.says, name


@pytest.mark.parametrize("name", ["supplier", "delivered_metric:missed-visits"])
def test_a_kind_of_answer(name):
    assert fault_of(name) == ""


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("gossip", "'gossip' is none of the kinds supplier, buyer"),
        ("supplier:falls", "'supplier' is asked of no metric"),
        ("delivered_metric:luck", "'luck' is not in the outcome library"),
        ("delivered_metric", "'delivered_metric' is none of the kinds"),
    ],
)
def test_what_is_no_kind_of_answer(name, fault):
    assert fault_of(name).startswith(fault)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("id: family", "id: other", r"family\.yaml: id: found 'other'"),
        ("question: What was promised?", "question: What was promised.", "question mark"),
        ("[promised_never_reported]", "[gossip]", "is-it-happening: answered_from: 'gossip' is none of"),
        ("[promised_never_reported]", "[]", "is-it-happening: answered_from: found nothing"),
        ("id: is-it-happening", "id: what-was-promised", "what-was-promised stands there twice"),
        ("version: 1", "version: 0", "version: found 0, expected 1 or more"),
        ("ask_whom: council", "ask_whom: everybody", r"family\.yaml: .*everybody"),
        ("why: It is", "whi: It is", r"family\.yaml: .*(whi|why)"),
        ("id: family", "id: [", r"family\.yaml: not YAML"),
    ],
)
def test_a_fault_is_said_in_one_line_that_names_the_file(tmp_path: Path, old: str, new: str, said: str):
    text = FAMILY.read_text("utf-8")
    assert old in text
    (tmp_path / FAMILY.name).write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(DefinitionError, match=said) as caught:
        roles(tmp_path)
    assert "\n" not in str(caught.value)


def test_a_role_that_is_not_there_is_said_with_those_there_are():
    with pytest.raises(QuestionError, match="there is no role 'aunt'; say one of care-worker, commissioner, family"):
        role("aunt")
