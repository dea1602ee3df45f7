"""What a figure about councils means, and between which years it can be compared."""

import datetime
from decimal import Decimal
from typing import Literal

import msgspec

from candour.care.council_outcome import Level
from candour.care.period import Period, parse_period

Unit = Literal[
    "percent",
    "score",
    "people per 100,000",
    "readmissions per 1,000 discharges",
    "days per 1,000 people",
    "days per worker",
    "money per hour",
    "money per week",
]

NEVER_ON_THEIR_OWN = "These figures cannot be used on their own to judge how effective a council is."
"""The caution that England's Department of Health and Social Care gives; every measure carries it first."""


_LEAP = datetime.timedelta(days=1)


class Reference(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a measure is published."""

    title: str
    url: str


class Range(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Between what an outcome lies when nothing is wrong."""

    min: Decimal
    max: Decimal


class Break(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Figures on its two sides cannot be compared.

    Either `since` (the first period of a new way to count) or `only` (one period that stands apart from all others)
    is given, written as `parse_period` reads it. `levels` are those that it concerns.
    """

    because: str
    since: str | None = None
    only: str | None = None
    levels: tuple[Level, ...] = ("council", "group", "region", "nation")

    def __post_init__(self) -> None:
        if (self.since is None) == (self.only is None):
            raise ValueError("a break has either `since` or `only`")
        parse_period(self.since or self.only or "")

    def lies_between(self, first: Period, second: Period) -> bool:
        """Whether it parts two different periods, the first of which begins earlier."""
        at = parse_period(self.since or self.only or "")
        if self.since is not None:
            return first.start < at.start <= second.start
        return at in (first, second)


class Measure(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that is counted or asked about the care that a council arranges.

    `published_as` is the publisher's own name or code for it. `direction` says which way is better. `statistics` are
    what a row may give; `dimensions` by what a figure may be broken down, each with the values that it may have.
    `expected` bounds the outcome: whatever lies outside is kept, with a warning.
    """

    id: str
    version: int
    framework: str
    published_as: str
    title: str
    question: str
    definition: str
    unit: Unit
    direction: Literal["higher", "lower", "neither"]
    numerator: str
    denominator: str
    population: str
    statistics: tuple[str, ...]
    expected: Range
    caveats: tuple[str, ...]
    source: Reference
    publisher: str
    licence: str
    review_date: datetime.date
    currency: str | None = None
    dimensions: dict[str, tuple[str, ...]] = {}
    breaks: tuple[Break, ...] = ()

    def __post_init__(self) -> None:
        for name in ("title", "question", "definition", "numerator", "denominator", "population", "statistics"):
            if not getattr(self, name):
                raise ValueError(f"{name}: found nothing, expected something to read")
        if "outcome" not in self.statistics:
            raise ValueError(f"statistics: found {', '.join(self.statistics)}, expected outcome among them")
        if (self.currency is not None) != self.unit.startswith("money"):
            raise ValueError("currency: a measure of money has one, and no other")

    def currency_of(self, statistic: str) -> str | None:
        """The currency of one of the statistics: what is paid is money, what it is divided by is not."""
        return self.currency if statistic in ("outcome", "numerator") else None


class Comparability(msgspec.Struct, frozen=True):
    """Whether two figures of one measure can be compared; no, because…"""

    yes: bool
    because: tuple[str, ...] = ()


def comparable(measure: Measure, period_a: Period, period_b: Period, level: Level = "council") -> Comparability:
    """Whether figures of a measure for two periods, at one level, can be compared. The order does not matter."""
    first, second = sorted((period_a, period_b))
    if first == second:
        return Comparability(True)
    reasons = [each.because for each in measure.breaks if level in each.levels and each.lies_between(first, second)]
    if abs((first.end - first.start) - (second.end - second.start)) > _LEAP:
        reasons.append(f"{first.label} and {second.label} are not equally long.")
    return Comparability(not reasons, tuple(reasons))
