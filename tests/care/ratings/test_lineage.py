from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from candour.care.ratings.history import History
from candour.care.ratings.lineage import Lineage
from candour.care.ratings.on_the_day import rating_on

from .making import cqc, followed

NUMBERS = st.sampled_from(["1-1", "1-2", "1-3", "1-4", "1-5"])
STEPS = st.lists(st.builds(followed, old=NUMBERS, new=NUMBERS), max_size=8)


def test_ways_back_and_the_next():
    steps = (followed("1-1", "1-2"), followed("1-2", "1-3"), followed("1-3", "1-4"), followed("1-4", "1-5"))
    assert Lineage([*steps, *steps]).of("cqc", "1-3") == (steps[1], steps[0], steps[2])
    assert Lineage(steps).of("ciw", "1-3") == ()


@given(STEPS, NUMBERS)
@settings(max_examples=150, deadline=None)
def test_a_history_says_the_same_with_only_what_concerns_it(steps, number):
    ratings = tuple(cqc("Good", date(2019, 1, 1), subject_id=other) for other in ("1-1", "1-5"))
    concerned, every = (
        History(register="cqc", subject_id=number, ratings=ratings, successions=tuple(known))
        for known in (Lineage(steps).of("cqc", number), dict.fromkeys(steps))
    )
    assert rating_on(concerned, date(2020, 1, 1)) == rating_on(every, date(2020, 1, 1))
    assert set(concerned.successors()) == set(every.successors())
