"""The next period of a contract that a metric falls due for."""

import calendar
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from candour.care.period import Period
from candour.indicators.fit.held_contract import Term
from candour.indicators.metric_parts import MetricPeriod

_MONTHS: dict[MetricPeriod, int] = {"quarter": 3, "twelve months": 12}
_LONDON = ZoneInfo("Europe/London")


def due_period(length: MetricPeriod, term: Term, on: date) -> Period:
    """The period of that length which ends with the next quarter of the contract.

    The next quarter is the first of the calendar that begins after `on` and not before the contract. A contract that
    ends sooner has its last day instead, one that is too young for the whole length its first such period. A
    contract shorter than the length has its whole term.
    """
    last = _quarter_end(max(on + timedelta(days=1), term.first or date.min))
    if term.last is not None:
        last = min(last, term.last)
    first = _begin(length, last)
    if term.first is not None and first < term.first:
        first = term.first
        last = min(_end(length, first), term.last or date.max)
    return Period(first, last)


def is_short(length: MetricPeriod, period: Period) -> bool:
    """Whether a contract's whole term is shorter than what the metric is about."""
    return period.end < _end(length, period.start)


def as_published(period: Period) -> dict[str, str]:
    """From the first moment of its first day to the last second of its last, in the time of the United Kingdom."""
    start = datetime.combine(period.start, time(), _LONDON)
    end = datetime.combine(period.end, time(23, 59, 59), _LONDON)
    return {"startDate": start.isoformat(), "endDate": end.isoformat()}


def _quarter_end(day: date) -> date:
    """The last day of the first quarter that begins on that day or later."""
    months = day.year * 12 + day.month - 1
    begins = months if day.day == 1 and months % 3 == 0 else months - months % 3 + 3
    return _first_of(begins + 3) - timedelta(days=1)


def _begin(length: MetricPeriod, last: date) -> date:
    if length == "28 days":
        return last - timedelta(days=27)
    return _months_later(last + timedelta(days=1), -_MONTHS[length])


def _end(length: MetricPeriod, first: date) -> date:
    if length == "28 days":
        return first + timedelta(days=27)
    return _months_later(first, _MONTHS[length]) - timedelta(days=1)


def _months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month where it has no such day."""
    first = _first_of(day.year * 12 + day.month - 1 + months)
    return first.replace(day=min(day.day, calendar.monthrange(first.year, first.month)[1]))


def _first_of(months: int) -> date:
    return date(months // 12, months % 12 + 1, 1)
