"""Numbers and dates as spreadsheets keep them, as text."""

from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation

_EPOCH_1900, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
_LAST_DAY = 2_958_465
"""9999-12-31 in days since the first of these epochs."""


def shortest(text: str) -> str:
    """The shortest decimal that is the same double as `text`: 12.0 → 12, 0.010000000000000002 → as it is.

    What is no number comes back unchanged.
    """
    if text.isascii() and text.isdigit() and (text[0] != "0" or len(text) == 1):
        return text
    try:
        exact = Decimal(repr(float(text)))
    except (ValueError, InvalidOperation):
        return text
    if not exact.is_finite():
        return text
    plain = format(exact, "f")
    return (plain.rstrip("0").rstrip(".") if "." in plain else plain) or "0"


def iso(text: str) -> str:
    """2026-05-31T00:00:00 → 2026-05-31; a time other than midnight stays."""
    day, _, time = text.partition("T")
    return day if not time.strip("0:.Z") else text


def from_serial(text: str, since_1904: bool) -> str:
    """A day (and the time in it, if any) that is counted as spreadsheets do. What is none comes back as a number."""
    try:
        days = float(text)
    except ValueError:
        return text
    if not 0 <= days <= _LAST_DAY:
        return shortest(text)
    if 0 < days < 61 and not since_1904:  # 1900 was no leap year, although the day count says so
        days += 1
    seconds = round(days * 86_400)
    if seconds < 86_400:
        return shortest(text)
    return iso(((_EPOCH_1904 if since_1904 else _EPOCH_1900) + timedelta(seconds=seconds)).isoformat())
