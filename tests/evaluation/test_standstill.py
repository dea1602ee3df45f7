"""Standstill by the law of each nation."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.evaluation.standstill import Nation, is_working_day, standstill


@pytest.mark.parametrize(
    ("told", "nation", "last"),
    [
        (date(2026, 10, 5), "england", date(2026, 10, 14)),  # Monday to Wednesday of the week after
        (date(2026, 10, 3), "england", date(2026, 10, 14)),  # told on a Saturday: counting begins on Monday
        (date(2026, 12, 21), "england", date(2027, 1, 4)),  # Christmas, Boxing Day (observed) and New Year between
        (date(2026, 3, 16), "northern ireland", date(2026, 3, 26)),  # St Patrick's Day
        (date(2026, 3, 16), "wales", date(2026, 3, 25)),
        (date(2026, 10, 5), "scotland", date(2026, 10, 15)),
        (date(2026, 10, 8), "scotland", date(2026, 10, 19)),  # the tenth day is a Sunday
        (date(2026, 12, 22), "scotland", date(2027, 1, 5)),  # 1 and 4 January are holidays there
    ],
)
def test_last_days(told: date, nation: Nation, last: date) -> None:
    assert standstill(told, nation).last_day == last


@given(
    told=st.dates(date(2025, 2, 24), date(2032, 12, 31)),
    nation=st.sampled_from(["england", "wales", "northern ireland"]),
)
def test_eight_working_days_lie_in_it_and_the_last_is_one(told: date, nation: Nation) -> None:
    last = standstill(told, nation).last_day
    days = [told + timedelta(days=number) for number in range((last - told).days + 1)]
    assert sum(is_working_day(day, nation) for day in days) == 8
    assert is_working_day(last, nation)
