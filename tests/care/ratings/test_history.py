from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candour.care.ratings.history import History, timeline
from candour.care.ratings.on_the_day import rating_on

from .making import HOME, OLD_HOME, cqc, followed

AWARDED = date(2021, 6, 1)


def home(*ratings, **known):
    return History(register="cqc", subject_id=HOME, ratings=ratings, **known)


def test_the_rating_on_the_day_of_the_award():
    history = home(
        cqc("Good", date(2023, 9, 2), inspected=date(2023, 8, 8)),
        cqc("Requires improvement", date(2016, 9, 1), inspected=date(2016, 4, 7)),
        cqc("Good", date(2017, 11, 30), inspected=date(2017, 9, 26)),
        cqc("Inspected but not rated", date(2021, 2, 17), inspected=date(2021, 1, 28)),
    )
    found = rating_on(history, AWARDED)
    assert (found.state, found.rating.grade, found.rating.published) == ("value", "good", date(2017, 11, 30))
    assert (found.age_days, found.age_from) == ((AWARDED - date(2017, 9, 26)).days, "inspected")
    assert found.whose == HOME
    assert [rating.published for rating in found.without_a_grade] == [date(2021, 2, 17)]
    assert found.rating.framework == "cqc-key-lines-of-enquiry-2017"


def test_what_was_inspected_by_the_day_and_published_later_was_not_known():
    history = home(
        cqc("Good", date(2018, 1, 1)), cqc("Inadequate", AWARDED + timedelta(1), inspected=AWARDED - timedelta(90))
    )
    found = rating_on(history, AWARDED)
    assert (found.rating.grade, found.age_from) == ("good", "published")
    assert rating_on(history, AWARDED + timedelta(1)).rating.grade == "inadequate"


@pytest.mark.parametrize(
    ("history", "state", "rating_state", "because"),
    [
        (home(), "not reported", None, "not known"),
        (home(cqc("", None)), "not reported", "unrated", "unrated; the source does not say since when"),
        (home(cqc("Regulations met", None)), "not reported", "inspected but not rated", "does not say since when"),
        (
            home(cqc("", None), registered=date(2020, 1, 1), complete=True),
            "not reported",
            "unrated",
            "unrated; the source does not say since when",
        ),
        (
            home(
                cqc("Good", AWARDED + timedelta(9), inspected=AWARDED - timedelta(9)),
                registered=date(2020, 1, 1),
                complete=True,
            ),
            "not reported",
            None,
            "not known: no rating is known to have been published by that day",
        ),
        (
            home(cqc("Good", AWARDED + timedelta(100)), registered=date(2020, 1, 1), complete=True),
            "not reported",
            None,
            "not known",
        ),
        (home(cqc("Good", date(2022, 1, 1))), "not reported", None, "not known"),
        (
            home(cqc("Good", date(2022, 1, 1)), registered=date(2020, 1, 1)),
            "not reported",
            None,
            "not known",
        ),
        (
            home(cqc("Good", date(2022, 1, 1)), registered=date(2020, 1, 1), complete=True),
            "not reported",
            "not yet inspected",
            "registered on 1 January 2020 and had not yet been inspected",
        ),
        (
            home(cqc("Good", date(2022, 1, 1)), registered=date(2011, 1, 1), complete=True),
            "not reported",
            None,
            "not known",
        ),
        (
            home(cqc("Good", date(2022, 1, 1)), registered=date(2021, 7, 1)),
            "not reported",
            None,
            "registered only on",
        ),
        (home(cqc("", ever_inspected=False)), "not reported", "not yet inspected", "not yet been inspected"),
        (
            home(cqc("Inspected but not rated", date(2021, 1, 1))),
            "not reported",
            "inspected but not rated",
            "as published on 1 January 2021",
        ),
        (home(cqc("Good", None)), "not computable", None, "rated good, and the source does not say when"),
        (home(cqc("Suppressed")), "suppressed", "suppressed", "does not say since when"),
        (
            home(cqc("Good", date(2018, 1, 1)), cqc("Suppressed", date(2021, 5, 1))),
            "suppressed",
            "suppressed",
            "published on 1 May 2021",
        ),
        (
            home(cqc("Good", date(2020, 1, 1)), cqc("Inadequate", date(2020, 1, 1))),
            "not computable",
            None,
            "different ratings were published on 1 January 2020: good and inadequate",
        ),
        (
            home(
                cqc("Good", date(2020, 1, 1), service="Homecare"), cqc("Good", date(2020, 1, 1), service="Care Homes")
            ),
            "not computable",
            None,
            "rated by service only: Care Homes, Homecare",
        ),
        (
            home(
                cqc("Good", date(2018, 1, 1)),
                deregistered=date(2021, 1, 1),
                successions=(followed(old=HOME, new="1-001"),),
            ),
            "not computable",
            None,
            "deregistered on 1 January 2021, and 1-001 took over (HSCA Predecessor: Legal Entity Change)",
        ),
    ],
)
def test_where_there_is_no_rating_the_answer_says_why(history, state, rating_state, because):
    found = rating_on(history, AWARDED)
    assert (found.state, found.rating_state) == (state, rating_state)
    assert because in found.because
    assert (found.age_days is None) == (found.rating is None)


def test_before_there_were_ratings():
    found = rating_on(home(registered=date(2011, 1, 1), complete=True), date(2012, 1, 1))
    assert (found.state, found.because) == ("not computable", "no ratings are known in England before 2014")


def test_a_nation_without_ratings():
    found = rating_on(History(register="rqia", subject_id="made up"), AWARDED)
    assert (found.state, found.rating_state) == ("not computable", "no ratings in this nation")


def test_a_service_has_its_own_rating():
    history = home(cqc("Good", date(2018, 1, 1)), cqc("Inadequate", date(2020, 1, 1), service="Homecare"))
    assert rating_on(history, AWARDED).rating.grade == "good"
    assert rating_on(history, AWARDED, service="Homecare").rating.grade == "inadequate"
    assert rating_on(history, AWARDED, "safe").state == "not reported"


class TestPredecessors:
    old = cqc("Outstanding", date(2019, 1, 1), subject_id=OLD_HOME)

    def test_are_followed_with_the_evidence(self):
        found = rating_on(home(self.old, successions=(followed(),), registered=date(2020, 1, 1)), AWARDED)
        assert (found.state, found.rating.grade, found.whose) == ("value", "outstanding", OLD_HOME)
        assert found.through == (followed(),)
        assert "1-000 followed 1-999 (HSCA Predecessor: Legal Entity Change)" in found.because

    def test_ones_own_inspection_without_a_grade_leaves_the_predecessors_grade(self):
        own = cqc("Inspected but not rated", date(2021, 1, 1))
        found = rating_on(home(self.old, own, successions=(followed(),)), AWARDED)
        assert (found.whose, found.without_a_grade) == (OLD_HOME, (own,))

    def test_are_not_followed_without_a_succession(self):
        assert rating_on(home(self.old), AWARDED).state == "not reported"

    def test_never_outweigh_a_rating_of_ones_own(self):
        found = rating_on(home(self.old, cqc("Good", date(2018, 1, 1)), successions=(followed(),)), AWARDED)
        assert (found.rating.grade, found.whose, found.through) == ("good", HOME, ())

    def test_of_predecessors_and_circles(self):
        ways = (followed(old="1-998"), followed(old=OLD_HOME, new="1-998"), followed(old=HOME, new=OLD_HOME))
        found = rating_on(home(self.old, successions=ways), AWARDED)
        assert (found.whose, found.through) == (OLD_HOME, ways[:2])

    def test_several_are_not_chosen_between(self):
        other = cqc("Inadequate", date(2020, 1, 1), subject_id="1-998")
        history = home(self.old, other, successions=(followed(), followed(old="1-998")))
        assert (
            rating_on(history, AWARDED).because
            == "it had no rating of its own, and several predecessors had: 1-999, 1-998"
        )
        assert rating_on(history, date(2019, 6, 1)).whose == OLD_HOME

    @pytest.mark.parametrize(
        ("number", "said"), [(OLD_HOME, OLD_HOME), (None, "a predecessor that the source does not")]
    )
    def test_an_inherited_rating_says_whose_it_is(self, number, said):
        found = rating_on(home(cqc("Good", date(2019, 1, 1), inherited=True, inherited_from=number)), AWARDED)
        assert (found.state, found.whose) == ("value", number)
        assert f"inherited from {said}" in found.because


def test_a_rating_from_before_the_registration_is_a_predecessors():
    history = home(cqc("Good", date(2019, 1, 1)), registered=date(2020, 1, 1))
    found = rating_on(history, AWARDED)
    assert (found.state, found.whose) == ("value", None)
    assert found.because.endswith("published before the registration on 1 January 2020, so a predecessor's")


class TestRatingsWithoutADateOfPublication:
    seen = cqc("Good", first_seen=date(2021, 1, 1))

    def test_hold_from_when_they_were_first_seen(self):
        found = rating_on(home(self.seen), AWARDED)
        assert (found.state, found.rating.grade, found.age_days, found.age_from) == ("value", "good", None, None)
        assert found.because == "good, first seen on 1 January 2021, undated"
        before = rating_on(home(self.seen), date(2020, 12, 31))
        assert (before.state, before.rating) == ("not computable", None)
        assert "only seen on 1 January 2021" in before.because

    def test_that_repeat_what_stood_add_nothing(self):
        dated = cqc("Good", date(2019, 1, 1))
        assert timeline([self.seen, dated]) == (dated,)
        assert rating_on(home(dated, self.seen), AWARDED).age_from == "published"

    def test_show_a_change_and_a_return(self):
        told = [
            cqc(word, first_seen=date(2021, month, 1))
            for month, word in enumerate(("Good", "Good", "Inadequate", "Inadequate", "Good"), 1)
        ]
        assert [rating.first_seen.month for rating in timeline(told)] == [1, 3, 5]

    def test_an_empty_field_is_known_from_when_it_was_seen(self):
        found = rating_on(home(cqc("", first_seen=date(2021, 1, 1)), cqc("Good", date(2022, 1, 1))), AWARDED)
        assert (found.state, found.rating_state) == ("not reported", "unrated")
        assert found.because == "unrated, as the register showed it on 1 January 2021"


def test_several_tellings_become_one():
    told = [
        cqc("Requires Improvement", date(2019, 1, 1)),
        cqc("Requires improvement", date(2019, 1, 1), inspected=date(2018, 11, 1)),
        cqc("Requires improvement", date(2019, 1, 1), inherited=True, inherited_from=OLD_HOME, report_url="r"),
        cqc("Good", date(2021, 1, 1)),
    ]
    first, second = timeline(told)
    assert (first.inspected, first.inherited_from, first.report_url) == (date(2018, 11, 1), OLD_HOME, "r")
    assert second.grade == "good"


GIVEN_RATINGS = st.lists(
    st.builds(
        cqc,
        st.sampled_from(["Good", "Inadequate", "Inspected but not rated", "", "Suppressed"]),
        st.one_of(st.none(), st.dates(date(2015, 1, 1), date(2022, 1, 1))),
        subject_id=st.sampled_from([HOME, OLD_HOME]),
        inherited=st.sampled_from([None, False, True]),
        report_url=st.sampled_from([None, "a", "b"]),
        first_seen=st.one_of(st.none(), st.dates(date(2015, 1, 1), date(2022, 1, 1))),
    ),
    max_size=8,
)


@given(GIVEN_RATINGS, st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_neither_order_nor_repetition_matters(ratings, random):
    again = [*ratings, *random.choices(ratings, k=3)] if ratings else []
    random.shuffle(again)
    assert timeline(again) == timeline(ratings)


@given(GIVEN_RATINGS, st.dates(date(2014, 6, 1), date(2023, 1, 1)))
@settings(max_examples=300, deadline=None)
def test_in_force_by_a_second_reading(ratings, day):
    """Day by day from the first on, each publication replaces what stood before; an undated one when it is seen."""
    found = rating_on(home(*ratings), day)
    standing = set()
    for each in (date(2014, 1, 1) + timedelta(days) for days in range((day - date(2014, 1, 1)).days + 1)):
        new = {
            rating.grade or rating.state
            for rating in ratings
            if (rating.published or rating.first_seen) == each
            and rating.subject_id == HOME
            and rating.state in ("rated", "suppressed")
        }
        standing = new or standing
    if len(standing) == 1:
        assert (found.rating.grade or found.rating.state) in standing
        assert found.state == ("suppressed" if standing == {"suppressed"} else "value")
        assert found.age_days is None or found.age_days >= 0
    else:
        assert found.rating is None
        assert found.because


@given(GIVEN_RATINGS, st.dates(date(2014, 6, 1), date(2023, 1, 1)))
@settings(max_examples=150, deadline=None)
def test_what_is_published_later_changes_no_rating_of_the_day(ratings, day):
    before = rating_on(home(*ratings), day)
    later = rating_on(home(*ratings, cqc("Outstanding", day + timedelta(1))), day)
    assert (later.state, later.rating) == (before.state, before.rating)
    assert msgspec.structs.replace(later, because=before.because) == before or before.rating is None
