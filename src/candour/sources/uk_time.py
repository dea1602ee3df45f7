"""The time on UK clocks, for publishers that want it without a zone."""

from datetime import UTC, datetime, timedelta

from candour.sources.checkpoint import Span

_HOUR = timedelta(hours=1)


def _last_sunday(year: int, month: int) -> datetime:
    """01:00 UTC on the last Sunday of a month of 31 days: when UK clocks change."""
    last = datetime(year, month, 31, 1, tzinfo=UTC)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def local(time: datetime) -> datetime:
    """UK local time, without its zone, by the rule that has held since 1996."""
    time = time.astimezone(UTC)
    summer = _last_sunday(time.year, 3) <= time < _last_sunday(time.year, 10)
    return (time + _HOUR if summer else time).replace(tzinfo=None)


def _said_twice(time: datetime) -> bool:
    """Whether UK clocks show this time twice, because they are put back."""
    return -_HOUR <= time - _last_sunday(time.year, 10) < _HOUR


def indivisible(time: datetime) -> Span:
    """The two hours of a year that clocks show as one, from the last second before them, which is clear."""
    change = _last_sunday(time.year, 10)
    return Span(change - _HOUR - timedelta(seconds=1), change + _HOUR)


def undivided(window: Span) -> datetime:
    """Where a window had better end, so that no boundary of windows lies in those two hours."""
    period = indivisible(window.end)
    if period.start <= window.start < period.end:
        return period.end
    return period.start if window.start < period.start < window.end < period.end else window.end


def window(start: datetime, end: datetime) -> tuple[str, str]:
    """A window as UK local times to the second.

    A boundary in the hour that clocks show twice could mean either: the window is widened over the whole of that
    hour, so that rows can come twice but none is lost.
    """
    first, last = local(start), local(end)
    if _said_twice(start):
        first = first.replace(hour=0, minute=59, second=59)
    if _said_twice(end):
        last = last.replace(hour=2, minute=0, second=0)
    return first.isoformat(timespec="seconds"), last.isoformat(timespec="seconds")
