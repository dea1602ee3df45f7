"""Days as they stand in sentences."""

from datetime import date

import pytest

from candour.care.days import in_words, on_day, span

APRIL, JUNE, MARCH = date(2025, 4, 1), date(2025, 6, 30), date(2027, 3, 31)


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (APRIL, JUNE, "1 April to 30 June 2025"),
        (APRIL, MARCH, "1 April 2025 to 31 March 2027"),
        (APRIL, None, "from 1 April 2025"),
        (None, JUNE, "until 30 June 2025"),
        (JUNE, JUNE, "30 June 2025"),
        (None, None, None),
    ],
)
def test_a_time_is_said_by_its_days(start, end, said):
    assert span(start, end) == said


def test_every_month_has_the_name_that_the_calendar_gives_it():
    assert [in_words(date(2025, month, 2)) for month in range(1, 13)] == [
        f"2 {date(2025, month, 2):%B} 2025" for month in range(1, 13)
    ]


def test_a_day_follows_a_verb_where_it_is_known():
    assert "seen" + on_day(APRIL) == "seen on 1 April 2025"
    assert "seen" + on_day(None) == "seen"
