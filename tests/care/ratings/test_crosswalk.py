import importlib
import inspect
import pkgutil
import typing
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import candour.care.ratings
from candour.care.ratings.crosswalk import MEANINGS, at_or_above_good
from candour.care.ratings.framework import FRAMEWORKS, REGISTERS
from candour.care.ratings.history import History
from candour.care.ratings.share import share_at_or_above_good
from candour.statistics.proportion import wilson

from .making import HOME, cqc, followed, scottish

DAY = date(2026, 1, 1)
GRADED = date(2025, 1, 1)


def english(*ratings, **known):
    return History(register="cqc", subject_id=HOME, ratings=ratings, **known)


def scots(*ratings, **known):
    return History(register="care_inspectorate", subject_id="CS000", ratings=ratings, **known)


def welsh(*grades, published=date(2025, 9, 1)):
    themes = ("well-being", "care and support", "leadership and management", "environment")
    return History(
        register="ciw",
        subject_id="SIN-000",
        ratings=tuple(
            cqc(grade, published, register="ciw", subject_id="SIN-000", key_question=theme)
            for theme, grade in zip(themes, grades, strict=False)
        ),
    )


NORTHERN_IRISH = History(register="rqia", subject_id="made up")


@pytest.mark.parametrize(
    ("history", "verdict"),
    [
        (english(cqc("Outstanding", GRADED)), "yes"),
        (english(cqc("Good", GRADED), cqc("Inadequate", GRADED, key_question="safe")), "yes"),
        (english(cqc("Requires improvement", GRADED)), "no"),
        (scots(scottish("wellbeing", "4", GRADED), scottish("leadership", "6", GRADED)), "yes"),
        (scots(scottish("wellbeing", "3", GRADED), scottish("leadership", "6", GRADED)), "no"),
        (welsh("Excellent", "Good", "Good", "Good"), "yes"),
        (welsh("Excellent", "Good", "Good"), "yes"),
        (welsh("Excellent", "Requires improvement", "Good", "Good"), "no"),
    ],
)
def test_at_or_above_good_in_each_nation(history, verdict):
    found = at_or_above_good(history, DAY)
    assert (found.verdict, found.lacking) == (verdict, None)
    assert found.age_days == (DAY - found.rests_on[0].rating.published).days


@pytest.mark.parametrize(
    ("history", "lacking", "because"),
    [
        (
            NORTHERN_IRISH,
            "no ratings in this nation",
            "not applicable because there are no ratings in Northern Ireland",
        ),
        (english(), "not known", "not applicable because not known"),
        (english(cqc("")), "unrated", "unrated"),
        (english(cqc("", ever_inspected=False)), "not yet inspected", "not yet been inspected"),
        (english(cqc("Inspected but not rated", GRADED)), "inspected but not rated", "inspected but not rated"),
        (english(cqc("Suppressed", GRADED)), "suppressed", "suppressed"),
        (english(cqc("Good", None)), "not computable", "does not say when"),
        (scots(), "not known", "not known"),
        (scots(scottish("wellbeing", "", None)), "unrated", "unrated"),
        (scots(scottish("wellbeing", "5", GRADED), scottish("setting", "suppressed", GRADED)), "suppressed", "suppr"),
    ],
)
def test_neither_yes_nor_no(history, lacking, because):
    found = at_or_above_good(history, DAY)
    assert (found.verdict, found.lacking, found.age_days) == (None, lacking, None)
    assert because in found.because


def test_the_no_names_what_fell_short():
    found = at_or_above_good(scots(scottish("setting", "2", GRADED), scottish("leadership", "6", GRADED)), DAY)
    assert found.because == "setting: 2, published on 1 January 2025"


def test_an_older_frameworks_answers_lapse_with_it():
    history = scots(
        scottish("information", "2", date(2013, 1, 1)),
        scottish("wellbeing", "5", date(2024, 1, 1), inspected=date(2023, 11, 1)),
        scottish("leadership", "5", GRADED),
    )
    found = at_or_above_good(history, DAY)
    assert found.verdict == "yes"
    assert found.age_days == (DAY - date(2023, 11, 1)).days
    assert at_or_above_good(history, date(2014, 1, 1)).verdict == "no"


def test_a_predecessors_key_questions_do_not_mix_with_ones_own():
    old = scottish("setting", "1", date(2023, 6, 1), subject_id="CS999")
    step = followed(old="CS999", new="CS000", register="care_inspectorate")
    history = scots(old, scottish("leadership", "5", GRADED), successions=(step,))
    assert at_or_above_good(history, DAY).verdict == "yes"
    assert at_or_above_good(history, date(2024, 1, 1)).verdict == "no"


def test_a_share_rests_on_the_rated_alone():
    found = share_at_or_above_good(
        [
            english(cqc("Good", GRADED, inspected=date(2024, 12, 1))),
            english(cqc("Outstanding", date(2019, 1, 1))),
            english(cqc("Inadequate", GRADED)),
            english(cqc("")),
            english(cqc("")),
            english(cqc("", ever_inspected=False)),
            english(cqc("Suppressed", GRADED)),
            english(cqc("Good", GRADED), deregistered=date(2025, 6, 1)),
            english(registered=date(2026, 6, 1)),
            NORTHERN_IRISH,
        ],
        DAY,
    )
    england, northern_ireland = found
    assert (england.numerator, england.denominator) == (2, 3)
    assert (england.low, england.high) == wilson(2, 3)
    assert england.lacking == {"not yet inspected": 1, "suppressed": 1, "unrated": 2}
    assert england.outside == 2
    assert england.median_age_days == (DAY - date(2024, 12, 1)).days
    assert england.oldest_age_days == (DAY - date(2019, 1, 1)).days
    assert (northern_ireland.state, northern_ireland.low) == ("not computable", None)
    assert northern_ireland.lacking == {"no ratings in this nation": 1}


HISTORIES = st.one_of(
    st.builds(english, st.builds(cqc, st.sampled_from(["Good", "Inadequate", "Outstanding"]), st.dates(GRADED, DAY))),
    st.builds(
        scots,
        st.builds(scottish, st.just("wellbeing"), st.sampled_from("123456"), st.dates(GRADED, DAY)),
        st.builds(scottish, st.just("setting"), st.sampled_from("123456"), st.dates(GRADED, DAY)),
    ),
    st.builds(welsh, st.sampled_from(["Excellent", "Good", "Requires significant improvement"])),
    st.just(NORTHERN_IRISH),
)


@given(st.lists(HISTORIES, max_size=8))
@settings(max_examples=100, deadline=None)
def test_nations_stand_side_by_side_and_never_in_one_number(histories):
    together = share_at_or_above_good(histories, DAY)
    alone = [
        share
        for register in REGISTERS
        for share in share_at_or_above_good([known for known in histories if known.register == register], DAY)
    ]
    assert list(together) == alone
    assert len({share.nation for share in together}) == len(together)
    assert sum(share.denominator + sum(share.lacking.values()) for share in together) == len(histories)
    for share in together:
        assert share.low is None or share.low <= share.numerator / share.denominator <= share.high


@given(st.lists(st.sampled_from("123456"), min_size=1, max_size=5), st.integers(0, 900))
@settings(max_examples=100, deadline=None)
def test_scotland_by_a_second_reading(grades, age):
    questions = FRAMEWORKS["care_inspectorate-key-questions-2018"].key_questions
    published = DAY - timedelta(age)
    history = scots(*(scottish(asked, grade, published) for asked, grade in zip(questions, grades, strict=False)))
    found = at_or_above_good(history, DAY)
    assert found.verdict == ("yes" if min(map(int, grades)) >= 4 else "no")
    assert found.age_days == age


def public_functions():
    for found in pkgutil.iter_modules(candour.care.ratings.__path__, "candour.care.ratings."):
        module = importlib.import_module(found.name)
        for name, thing in vars(module).items():
            if name.startswith("_") or getattr(thing, "__module__", None) != module.__name__:
                continue
            members = vars(thing).items() if inspect.isclass(thing) else [(name, inspect.unwrap(thing))]
            for part, function in members:
                if inspect.isfunction(function) and not part.startswith("_"):
                    yield pytest.param(function, id=f"{module.__name__.rsplit('.')[-1]}.{name}.{part}")


@pytest.mark.parametrize("function", list(public_functions()))
def test_no_public_function_turns_a_grade_into_a_number(function):
    """Whatever takes ratings gives back no bare number; grades are words, in Scotland too."""
    gives = typing.get_type_hints(function)["return"]
    assert not {int, float} & ({gives} | set(typing.get_args(gives)))


def test_no_grade_and_no_verdict_is_a_number():
    assert all(isinstance(grade, str) for known in FRAMEWORKS.values() for grade in known.grades)
    assert {at_or_above_good(known, DAY).verdict for known in (NORTHERN_IRISH, english(cqc("Good", GRADED)))} == {
        None,
        "yes",
    }
    assert set(MEANINGS) == set(REGISTERS)
