from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.care.period import Period, financial_year, parse_period


@pytest.mark.parametrize("text", ["2024 to 2025", "2024-2025", "2024-25", "2024/25", " 2024–25 ", "2024 TO 2025"])
def test_two_years_are_the_year_from_april_to_march(text: str):
    assert parse_period(text) == Period(date(2024, 4, 1), date(2025, 3, 31))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("1999-00", date(1999, 4, 1), date(2000, 3, 31)),
        ("2011-12", date(2011, 4, 1), date(2012, 3, 31)),
        ("2025-03-31", date(2025, 3, 31), date(2025, 3, 31)),
        ("2024-04-01/2024-06-30", date(2024, 4, 1), date(2024, 6, 30)),
    ],
)
def test_other_ways_to_write_a_period(text: str, start: date, end: date):
    assert parse_period(text) == Period(start, end)


@pytest.mark.parametrize(
    "text", ["", "2024-26", "2024 to 2026", "24-25", "2025-03-31/2024-04-01", "spring", "9999-00"]
)
def test_whatever_else_is_refused_in_one_line(text: str):
    with pytest.raises(ValueError, match="expected 2024-25") as caught:
        parse_period(text)
    assert "\n" not in str(caught.value)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 800))
def test_a_label_means_its_period(start: date, days: int):
    period = Period(start, date.fromordinal(start.toordinal() + days))
    assert parse_period(period.label) == period


def test_labels_of_years_are_short():
    assert financial_year(1999).label == "1999-00"
    assert parse_period("2024").label == "2024"
