"""Days and spans of time as they stand in sentences."""

from datetime import date

_DAYS_A_MONTH, _MONTHS_A_YEAR = 30.4375, 12
IN_MONTHS = 2 * _MONTHS_A_YEAR
"""What lasts fewer months than this is told in months, anything else in years."""
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def in_words(day: date) -> str:
    """Such as 1 April 2025."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def on_day(day: date | None) -> str:
    """Such as " on 1 April 2025", to follow a verb; nothing where the day is not known."""
    return f" on {in_words(day)}" if day else ""


def how_long(days: int) -> tuple[int, float]:
    """So many days as whole months, at least one, and as years: up to two years the first says more."""
    months = days / _DAYS_A_MONTH
    return max(1, round(months)), months / _MONTHS_A_YEAR


def of_release(published: str | None) -> str:
    """The day that a release gives as its date; as published where that is no date."""
    try:
        return in_words(date.fromisoformat((published or "")[:10]))
    except ValueError:
        return published or "no date"


def span(start: date | None, end: date | None) -> str | None:
    """Such as 1 April to 30 June 2025, or the one day that it is; None where neither day is known."""
    if start is None:
        return f"until {in_words(end)}" if end else None
    if end is None:
        return f"from {in_words(start)}"
    if start == end:
        return in_words(end)
    begins = in_words(start)
    return f"{begins.removesuffix(f' {end.year}')} to {in_words(end)}"
