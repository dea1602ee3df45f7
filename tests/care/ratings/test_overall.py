"""CQC's overall rating by the rules of 2022, against a second reading that asks each sentence what it allows."""

from datetime import date
from itertools import permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candour.care.ratings.overall import KEY_QUESTIONS, RULES, predict, predict_overall
from candour.care.ratings.rating import read_rating

LETTERS = {"O": "outstanding", "G": "good", "R": "requires improvement", "I": "inadequate"}
WORST_FIRST = "IRGO"


def by_the_letter(letters, breach=False):
    """The best grade that no published sentence forbids, the sentences taken one by one."""
    allowed = set("OGRI")
    if not (letters.count("O") >= 2 and letters.count("O") + letters.count("G") == 5):
        allowed.discard("O")
    if "I" in letters or letters.count("R") > 1:
        allowed.discard("G")
    if letters.count("I") >= 2:
        allowed.discard("R")
    if breach:
        allowed -= {"O", "G"}
    return max(allowed, key=WORST_FIRST.index)


def graded(letters):
    return dict(zip(KEY_QUESTIONS, (LETTERS[letter] for letter in letters), strict=True))


@pytest.mark.parametrize(
    ("letters", "grade"),
    [
        ("OOGGG", "outstanding"),
        ("OGGGG", "good"),
        ("GGGGR", "good"),
        ("OOOOR", "good"),
        ("GGGRR", "requires improvement"),
        ("IGGGG", "requires improvement"),
        ("IIGGG", "inadequate"),
        ("IIRRG", "inadequate"),
        ("OOOOO", "outstanding"),
    ],
)
def test_worked_examples(letters, grade):
    assert predict(graded(letters)).grade == grade


@pytest.mark.parametrize("breach", [False, True])
def test_all_combinations_against_the_second_reading(breach):
    every = list(product("OGRI", repeat=5))
    assert len(every) == 4**5
    for letters in every:
        found = predict(graded(letters), breach=breach)
        assert found.grade == LETTERS[by_the_letter(letters, breach)], letters
        assert found.rule in RULES
        assert found.because == RULES[found.rule]


@given(st.lists(st.sampled_from("OGRI"), min_size=5, max_size=5), st.integers(0, 4), st.booleans())
@settings(max_examples=300, deadline=None)
def test_a_better_key_question_never_makes_the_location_worse(letters, which, breach):
    better = letters.copy()
    better[which] = WORST_FIRST[min(WORST_FIRST.index(letters[which]) + 1, 3)]
    rank = [value for letter in WORST_FIRST for value in [LETTERS[letter]]]
    before, after = (rank.index(predict(graded(each), breach=breach).grade) for each in (letters, better))
    assert after >= before


@given(st.lists(st.sampled_from("OGRI"), min_size=5, max_size=5))
@settings(max_examples=30, deadline=None)
def test_all_key_questions_count_alike(letters):
    assert len({predict(graded(order)).grade for order in set(permutations(letters))}) == 1


@pytest.mark.parametrize("grades", [{}, graded("GGGGG") | {"kind": "good"}, graded("GGGGG") | {"safe": "5"}])
def test_anything_else_is_refused(grades):
    with pytest.raises(ValueError, match="is not one of CQC's grades"):
        predict(grades)


def ratings(letters="GGGGR", **changes):
    shared = {
        "register": "cqc",
        "subject": "location",
        "subject_id": "1-000",
        "published": date(2020, 1, 1),
    } | changes
    return [
        read_rating(key_question=name, as_published=LETTERS.get(letter, letter), **shared)
        for name, letter in zip(KEY_QUESTIONS, letters, strict=True)
    ]


def test_ratings_of_a_location():
    overall = read_rating(
        register="cqc", subject="location", subject_id="1-000", key_question="overall", as_published="Inadequate"
    )
    found = predict_overall([overall, *ratings()])
    assert (found.state, found.grade, found.rule) == ("value", "good", "good")
    assert predict_overall(ratings(), breach=True).rule == "breach"


@pytest.mark.parametrize(
    ("given_ratings", "because"),
    [
        (ratings()[:4], "no rating for well-led"),
        ([], "no rating for safe, effective, caring, responsive, well-led"),
        ([*ratings(), ratings()[0]], "several ratings for safe"),
        (ratings(["G", "G", "", "G", "Inspected but not rated"]), "caring is unrated; well-led is inspected but not"),
        (ratings(published=date(2025, 3, 1)), "another framework"),
        (ratings(published=date(2024, 2, 1)), "may be, under another framework"),
        (ratings()[:2] + ratings(inherited=True, inherited_from="1-999")[2:], "predecessor's"),
        (ratings()[:2] + ratings(subject_id="1-999")[2:], "several locations"),
        (ratings()[:2] + ratings(service="Homecare")[2:], "several locations or services"),
        (
            [
                read_rating(
                    register="care_inspectorate",
                    subject="location",
                    subject_id="CS000",
                    key_question="leadership",
                    as_published="5",
                    published=date(2024, 1, 1),
                )
            ],
            "the rules are CQC's",
        ),
    ],
)
def test_where_the_rules_do_not_apply_nothing_is_predicted(given_ratings, because):
    found = predict_overall(given_ratings)
    assert (found.state, found.grade) == ("not computable", None)
    assert because in found.because
