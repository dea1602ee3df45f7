"""The next period of a contract, held against its rules and against days found one by one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.care.period import Period
from candour.indicators.fit.due_period import as_published, due_period, is_short
from candour.indicators.fit.held_contract import Term

ON = date(2026, 11, 22)
LENGTHS = ("28 days", "quarter", "twelve months")
days = st.dates(date(2015, 1, 1), date(2040, 12, 31))


@st.composite
def terms(draw):
    first, last = sorted((draw(days), draw(days)))
    return Term(first=draw(st.sampled_from([first, None])), last=draw(st.sampled_from([last, None])))


def quarter_after(day: date) -> Period:
    """Day by day: the first quarter that begins after it."""
    begin = day + timedelta(days=1)
    while (begin.month, begin.day) not in ((1, 1), (4, 1), (7, 1), (10, 1)):
        begin += timedelta(days=1)
    end = begin
    while ((end + timedelta(days=1)).month - 1) % 3 or (end + timedelta(days=1)).day != 1 or end == begin:
        end += timedelta(days=1)
    return Period(begin, end)


@given(days)
def test_without_a_term_a_quarter_is_the_next_of_the_calendar(on):
    assert due_period("quarter", Term(), on) == quarter_after(on)


@given(st.sampled_from(LENGTHS), terms(), days)
def test_it_lies_within_the_term_and_has_the_length_where_the_term_has(length, term, on):
    due = due_period(length, term, on)
    assert term.first is None or due.start >= term.first
    assert term.last is None or due.end <= term.last
    longest = {"28 days": (28, 28), "quarter": (89, 92), "twelve months": (364, 366)}[length]
    long = (due.end - due.start).days + 1
    assert long <= longest[1]
    if is_short(length, due):
        assert (due.start, due.end) == (term.first, term.last), "only a term that is shorter than the length"
    else:
        assert long >= longest[0]


@given(st.sampled_from(LENGTHS), terms(), days)
def test_it_ends_after_the_day_unless_the_contract_does_not(length, term, on):
    due = due_period(length, term, on)
    assert due.end > on or (term.last is not None and due.end == term.last)


@pytest.mark.parametrize(
    ("length", "first", "last", "expected"),
    [
        ("quarter", date(2024, 4, 1), date(2029, 3, 31), (date(2027, 1, 1), date(2027, 3, 31))),
        ("28 days", date(2024, 4, 1), date(2029, 3, 31), (date(2027, 3, 4), date(2027, 3, 31))),
        ("twelve months", date(2024, 4, 1), date(2029, 3, 31), (date(2026, 4, 1), date(2027, 3, 31))),
        ("twelve months", date(2026, 10, 15), date(2029, 3, 31), (date(2026, 10, 15), date(2027, 10, 14))),
        ("quarter", date(2027, 2, 1), date(2029, 3, 31), (date(2027, 4, 1), date(2027, 6, 30))),
        ("quarter", date(2019, 4, 1), date(2022, 5, 31), (date(2022, 3, 1), date(2022, 5, 31))),
        ("twelve months", date(2026, 10, 1), date(2026, 12, 31), (date(2026, 10, 1), date(2026, 12, 31))),
    ],
)
def test_terms_and_what_falls_due(length, first, last, expected):
    assert due_period(length, Term(first=first, last=last), ON) == Period(*expected)


def test_a_period_is_published_in_the_time_of_the_place():
    assert as_published(Period(date(2027, 1, 1), date(2027, 6, 30))) == {
        "startDate": "2027-01-01T00:00:00+00:00",
        "endDate": "2027-06-30T23:59:59+01:00",
    }
