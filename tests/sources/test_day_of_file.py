"""The day that a file is of is the one in its name, where that can be believed."""

from datetime import date

import pytest

from candour.sources.day_of_file import day_of_file

RECEIVED = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("datastore_2026-05-31.csv", date(2026, 5, 31)),
        ("rqia_2025-12.csv", date(2025, 12, 31)),
        ("3_November_2025_latest_ratings.ods", date(2025, 11, 3)),
        ("03-november-2025.csv", date(2025, 11, 3)),
        ("ascof_2024-25.csv", RECEIVED),
        ("directory.csv", RECEIVED),
        ("2026-02-31.csv", RECEIVED),
        ("2027-01-01.csv", RECEIVED),
        ("2026-11.csv", RECEIVED),
    ],
)
def test_the_day(name, day):
    assert day_of_file(name, RECEIVED) == day
