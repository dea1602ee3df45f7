"""Which council, region or nation a row of a table is about."""

import msgspec

from candour.care import councils
from candour.care.council_outcome import Level
from candour.care.organisation_name import plain
from candour.care.period import Period
from candour.care.places import joint_area

NATIONS = {
    "England": "E92000001",
    "Scotland": "S92000003",
    "Wales": "W92000004",
    "Northern Ireland": "N92000002",
}
"""The GSS code of each nation (Office for National Statistics)."""

REGIONS = {
    "North East": "E12000001",
    "North West": "E12000002",
    "Yorkshire and The Humber": "E12000003",
    "East Midlands": "E12000004",
    "West Midlands": "E12000005",
    "East of England": "E12000006",
    "London": "E12000007",
    "South East": "E12000008",
    "South West": "E12000009",
}
"""The GSS code of each region of England (Office for National Statistics)."""

_LARGE_BY_CODE: dict[str, Level] = dict.fromkeys(NATIONS.values(), "nation")
_LARGE_BY_CODE.update((code, "region") for code in REGIONS.values())
_LARGE_BY_NAME = {plain(name): code for name, code in (NATIONS | REGIONS).items()}


class Area(msgspec.Struct, frozen=True):
    """What was found: `reason` says how, or why not. `council` is None for every level but a council, and where it
    could not be told which one is meant.
    """

    level: Level
    gss: str
    council: councils.Council | None
    reason: str


def area_of_code(gss: str) -> Area:
    """The area with a GSS code."""
    if (level := _LARGE_BY_CODE.get(gss)) is not None:
        return Area(level, gss, None, "GSS code")
    found = councils.look_up(gss)
    return Area("council", gss, found.council, found.reason)


def existed_in(council: councils.Council, period: Period) -> bool:
    """Whether it stood on any day of a period."""
    return council.in_force(period.start) or council.in_force(period.end)


def area_of_cassr(code: str, period: Period) -> Area | None:
    """The council that had a code of England's social care statistics in a period; None where none or several had it.

    809 was Dorset County Council until March 2019, and has been Dorset Council since: prefer the GSS code.
    """
    there = [council for council in councils.by_cassr(code) if existed_in(council, period)]
    return Area("council", there[0].gss, there[0], "CASSR code") if len(there) == 1 else None


def area_of_name(name: str, period: Period) -> Area:
    """The area that a name, an organisation id or a GSS code means in a period. "London" is the region."""
    if (code := _LARGE_BY_NAME.get(plain(name))) is not None:
        return Area(_LARGE_BY_CODE[code], code, None, "name")
    if name.strip().upper() in _LARGE_BY_CODE:
        return area_of_code(name.strip().upper())
    if joint_area.find(name) is not None:
        return Area("group", "", None, "an area that several councils share")
    found = councils.look_up(name, period.start)
    return Area("council", found.council.gss if found.council else "", found.council, found.reason)
