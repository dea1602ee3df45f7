"""The day that a file is of, as far as its name says."""

import calendar
import re
from datetime import date

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})(?:-(\d{2}))?(?!\d)")
_WRITTEN = re.compile(rf"(?<!\d)(\d{{1,2}})[ _-]({'|'.join(_MONTHS)})[ _-](\d{{4}})(?!\d)", re.IGNORECASE)


def day_of_file(name: str, received: date) -> date:
    """The day in a file's name (2026-05-31, 1_May_2026), the last of the month in it (2025-12), or that of receipt.

    A day after the one on which the file was received is not believed.
    """
    said = _day_in(name)
    return said if said and said <= received else received


def _day_in(name: str) -> date | None:
    try:
        if written := _WRITTEN.search(name):
            day, month, year = written.groups()
            return date(int(year), _MONTHS[month.lower()], int(day))
        if iso := _ISO.search(name):
            year_, month_ = int(iso[1]), int(iso[2])
            return date(year_, month_, int(iso[3]) if iso[3] else calendar.monthrange(year_, month_)[1])
    except (ValueError, calendar.IllegalMonthError):
        return None
    return None
