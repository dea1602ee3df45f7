"""The day that a published moment means."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

_LONDON = ZoneInfo("Europe/London")


def uk_day(moment: datetime | None) -> date | None:
    """The day in the United Kingdom: publishers mean midnight there, and the tables are in UTC."""
    return moment.replace(tzinfo=UTC).astimezone(_LONDON).date() if moment else None
