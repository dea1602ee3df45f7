"""Days as the portals write them. A day is a number: how many days after 1 January 2017."""

from datetime import date, timedelta

FIRST = date(2017, 1, 1)
TODAY = (date(2026, 10, 31) - FIRST).days
"""The sample ends here: what would have been published later has not happened yet."""
LAST = (date(2040, 12, 31) - FIRST).days

_DATES = [FIRST + timedelta(days=day) for day in range(LAST + 1)]
_TEXT = [one.isoformat() for one in _DATES]
# Near enough to British summer time for fiction: April to October.
_OFFSET = ["+01:00" if 4 <= one.month <= 10 else "Z" for one in _DATES]
_START = [f"{text}T00:00:00{offset}" for text, offset in zip(_TEXT, _OFFSET, strict=True)]
_END = [f"{text}T23:59:59{offset}" for text, offset in zip(_TEXT, _OFFSET, strict=True)]


def start(day: int) -> str:
    """Midnight at the beginning of a day, in local time."""
    return _START[day]


def end(day: int) -> str:
    """The last second of a day, in local time."""
    return _END[day]


def noon(day: int) -> str:
    """Noon, when tenders close."""
    return f"{_TEXT[day]}T12:00:00{_OFFSET[day]}"


def published(day: int, second: int) -> str:
    """A moment of a working morning: 9:00 and so many seconds (0 to 3599)."""
    return f"{_TEXT[day]}T09:{second // 60:02d}:{second % 60:02d}{_OFFSET[day]}"


def plain(day: int) -> str:
    """Midnight as the portals without a local time write it."""
    return f"{_TEXT[day]}T00:00:00Z"
