"""The time that a published figure is about, in whatever way its publisher writes it."""

import re
from datetime import date
from functools import lru_cache

import msgspec

_TWO_YEARS = re.compile(r"(\d{4})\s*(?:-|–|/|to)\s*(\d{4}|\d{2})", re.IGNORECASE)
_ONE_YEAR = re.compile(r"\d{4}")


class Period(msgspec.Struct, frozen=True, order=True):
    """From one day to another, both included. A figure of one moment begins and ends on the same day."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"a period cannot end on {self.end} before it begins on {self.start}")

    @property
    def label(self) -> str:
        """2024-25 for a year from April to March, 2024 for a calendar year, a day, or first/last day."""
        if self == financial_year(self.start.year):
            return f"{self.start.year}-{self.end.year % 100:02}"
        if self == _calendar_year(self.start.year):
            return str(self.start.year)
        return str(self.start) if self.start == self.end else f"{self.start}/{self.end}"


def financial_year(year: int) -> Period:
    """The year of public accounts that begins in April of `year`."""
    return Period(date(year, 4, 1), date(year + 1, 3, 31))


@lru_cache(maxsize=1024)
def parse_period(text: str) -> Period:
    """What "2024 to 2025", "2024-25", "2024/25", "2024", "2025-03-31" or "2024-04-01/2024-06-30" means.

    Two years, one after the other, are the year from April to March; "2011-12" is such a year and not a month.

    Raises:
        ValueError: it is written in another way, or the years do not follow each other.
    """
    text = text.strip()
    if (years := _TWO_YEARS.fullmatch(text)) is not None:
        return _of_two_years(text, *years.groups())
    try:
        if _ONE_YEAR.fullmatch(text):
            return _calendar_year(int(text))
        first, _, last = text.partition("/")
        start = date.fromisoformat(first.strip())
        return Period(start, date.fromisoformat(last.strip()) if last else start)
    except ValueError as error:
        raise ValueError(_expected(text)) from error


def _of_two_years(text: str, first: str, second: str) -> Period:
    year = int(first)
    if not 1 <= year < 9999 or (year + 1) % 10 ** len(second) != int(second):
        raise ValueError(_expected(text))
    return financial_year(year)


def _calendar_year(year: int) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31))


def _expected(text: str) -> str:
    return f"{text!r} is not a period; expected 2024-25, 2024, 2025-03-31 or 2024-04-01/2024-06-30"
