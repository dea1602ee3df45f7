"""Days and ages as answers say them."""

from datetime import date, datetime

import pytest

from candour.operations.answers.words import age
from candour.operations.day import uk_day


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "1 month"), (30, "1 month"), (61, "2 months"), (365, "12 months"), (700, "23 months"), (1170, "3.2 years")],
)
def test_an_age_is_in_months_up_to_two_years(days, said):
    assert age(days) == said


def test_midnight_in_london_in_summer_is_that_day():
    assert uk_day(datetime(2025, 6, 29, 23, 0)) == date(2025, 6, 30)
