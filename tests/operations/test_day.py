"""Days as they stand in sentences."""

from datetime import date, datetime

import pytest

from candour.operations.answers.words import age
from candour.operations.day import in_words, span, uk_day

APRIL, JUNE, MARCH = date(2025, 4, 1), date(2025, 6, 30), date(2027, 3, 31)


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (APRIL, JUNE, "1 April to 30 June 2025"),
        (APRIL, MARCH, "1 April 2025 to 31 March 2027"),
        (APRIL, None, "from 1 April 2025"),
        (None, JUNE, "until 30 June 2025"),
        (None, None, None),
    ],
)
def test_a_time_is_said_by_its_days(start, end, said):
    assert span(start, end) == said


def test_every_month_has_the_name_that_the_calendar_gives_it():
    assert [in_words(date(2025, month, 2)) for month in range(1, 13)] == [
        f"2 {date(2025, month, 2):%B} 2025" for month in range(1, 13)
    ]


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "1 month"), (30, "1 month"), (61, "2 months"), (365, "12 months"), (700, "23 months"), (1170, "3.2 years")],
)
def test_an_age_is_in_months_up_to_two_years(days, said):
    assert age(days) == said


def test_midnight_in_london_in_summer_is_that_day():
    assert uk_day(datetime(2025, 6, 29, 23, 0)) == JUNE
