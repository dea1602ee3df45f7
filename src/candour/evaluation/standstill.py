"""How long a buyer waits between telling bidders and signing, by the law of the nation."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Literal

import holidays
import msgspec

Nation = Literal["england", "wales", "scotland", "northern ireland"]
_SUBDIVISIONS: Mapping[Nation, str] = {
    "england": "ENG",
    "wales": "WLS",
    "scotland": "SCT",
    "northern ireland": "NIR",
}
_DAY = timedelta(days=1)
WORKING_DAYS = 8
CALENDAR_DAYS = 10


class Standstill(msgspec.Struct, frozen=True, kw_only=True):
    """No contract is signed before the end of `last_day`; `law` says by which rule, and whom it does not bind."""

    first_day: date
    last_day: date
    law: str


def is_working_day(day: date, nation: Nation) -> bool:
    """Whether it is no Saturday, Sunday or public holiday of that nation."""
    return day.weekday() < 5 and day not in _public_holidays(nation, day.year)


@cache
def _public_holidays(nation: Nation, year: int) -> holidays.HolidayBase:
    return holidays.country_holidays("GB", _SUBDIVISIONS[nation], years=year)


def standstill(told: date, nation: Nation) -> Standstill:
    """The standstill period when bidders are told on a day: that of the contract award notice, outside Scotland.

    Procurement Act 2023, section 51: eight working days that begin with the day of the notice. Scotland: Public
    Contracts (Scotland) Regulations 2015, regulation 86: ten days after the day on which bidders were told by
    electronic means, and on to the next working day where the tenth is none.
    """
    if nation == "scotland":
        last = told + CALENDAR_DAYS * _DAY
        while not is_working_day(last, nation):
            last += _DAY
        law = "Public Contracts (Scotland) Regulations 2015, regulation 86; told by electronic means"
        return Standstill(first_day=told, last_day=last, law=law)
    last, left = told, WORKING_DAYS - is_working_day(told, nation)
    while left:
        last += _DAY
        left -= is_working_day(last, nation)
    law = "Procurement Act 2023, section 51; light-touch contracts are not bound by it and may wait all the same"
    return Standstill(first_day=told, last_day=last, law=law)
