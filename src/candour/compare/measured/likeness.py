"""Like for like: which figures may stand beside each other, and for all others why not and what would let them."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import msgspec

_CODE = re.compile(r"(?<=[a-z])[A-Z]")


class Likeness(msgspec.Struct, frozen=True, kw_only=True):
    """What has to agree before two figures of one metric are put beside each other; None where nobody says.

    `answered_by` is own or proxy, `length` how long the period of one figure is.
    """

    metric_version: int | None = None
    unit: str | None = None
    population: str | None = None
    answered_by: str | None = None
    respondents_role: str | None = None
    method: str | None = None
    length: str | None = None

    def differs_from(self, other: "Likeness") -> tuple[str, ...]:
        """The fields in which the two do not agree."""
        return tuple(name for name in self.__struct_fields__ if getattr(self, name) != getattr(other, name))

    def in_words(self) -> dict[str, str]:
        """What is said of each field."""
        return {ABOUT[name]: said(getattr(self, name)) for name in self.__struct_fields__}


ABOUT = {
    "metric_version": "version of the metric",
    "unit": "unit",
    "population": "population",
    "answered_by": "answers",
    "respondents_role": "who answered",
    "method": "method",
    "length": "length of a period",
}
"""What each field is called."""

REMEDY = {
    "metric_version": "figures computed again by one version of the definition",
    "unit": "figures in one unit",
    "population": "figures about the same people",
    "answered_by": "people's own answers beside own answers, and those by proxy beside those by proxy",
    "respondents_role": "answers of people in the same role",
    "method": "figures that were collected in the same way",
    "length": "figures for periods of the same length",
}
"""What would make figures comparable that differ in a field."""


class SetAside(msgspec.Struct, frozen=True, kw_only=True):
    """Figures of a unit that are not put beside the others, because…, and what would make them comparable."""

    key: str
    name: str
    figures: int
    differs_in: tuple[str, ...]
    because: str
    comparable_with: str


def said(value: Any) -> str:
    """A value in words, of a code such as visitLog its own; what nobody says is not the same as anything."""
    return "not said" if value is None else _CODE.sub(lambda hump: f" {hump[0].lower()}", str(value))


def largest(alike: Mapping[Likeness, Mapping[str, int]], named: Iterable[str]) -> Likeness:
    """What most of the named units have in common; among equals most units at all, then most figures.

    `alike` has the number of figures of each unit. Where all are equal the newest version is taken.
    """
    wanted = set(named)

    def order(one: Likeness) -> tuple[Any, ...]:
        units = alike[one]
        return (-len(wanted & units.keys()), -len(units), -sum(units.values()), in_order(one))

    return min(alike, key=order)


def apart(key: str, name: str, figures: int, own: Likeness, those: Likeness) -> SetAside:
    """Figures of a unit that differ from those compared."""
    differs = own.differs_from(those)
    parts = (
        f"{ABOUT[field]} is {_short(getattr(own, field))}, and {_short(getattr(those, field))} for the others"
        for field in differs
    )
    return SetAside(
        key=key,
        name=name,
        figures=figures,
        differs_in=tuple(ABOUT[field] for field in differs),
        because="; ".join(parts),
        comparable_with=" and ".join(REMEDY[field] for field in differs),
    )


def sharing_a_day(periods: Mapping[str, tuple[date, date]], named: Iterable[str]) -> tuple[date, frozenset[str]]:
    """A day that lies in the periods of most of the named units, then of most units; the latest of such days.

    Gives that day, and the units whose periods hold it. Every two of these overlap.
    """
    wanted = set(named)
    best: tuple[int, int, date] = (-1, -1, date.min)
    holding: set[str] = set()
    begins = sorted(periods, key=lambda unit: periods[unit][0])
    ends = sorted(periods, key=lambda unit: periods[unit][1])
    ended = 0
    for position, unit in enumerate(begins):
        day = periods[unit][0]
        holding.add(unit)
        if position + 1 < len(begins) and periods[begins[position + 1]][0] == day:
            continue
        while periods[ends[ended]][1] < day:
            holding.discard(ends[ended])
            ended += 1
        best = max(best, (len(wanted & holding) if wanted else 0, len(holding), day))
    day = best[2]
    return day, frozenset(unit for unit, (first, last) in periods.items() if first <= day <= last)


def _short(value: Any) -> str:
    words = said(value)
    return f"“{words}”" if " " in words and value is not None else words


def in_order(one: Likeness) -> tuple[Any, ...]:
    """The newest version first; what is said before what is not."""
    version = one.metric_version
    rest = (getattr(one, name) for name in one.__struct_fields__[1:])
    return (version is None, -(version or 0), *((value is None, value or "") for value in rest))
