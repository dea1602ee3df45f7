"""A minimum standard of one nation or several: its floor, how far a place may raise it, and what it rests on."""

import datetime
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias

import msgspec

from candour.definitions import FOLDER, definitions_in
from candour.minimum_standards.errors import StandardsError

Nation = Literal["england", "wales", "scotland", "northern ireland"]
AppliesTo = Literal["tender", "contract", "provider", "council"]
Direction = Literal["at least", "at most", "must"]
"""A floor that a value may not be under, a ceiling that it may not be over, or something that must simply be so."""


class ByMetric(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="by", tag="metric"):
    """The value is what a contract reports of a metric of the outcome library."""

    metric: str


class ByCouncilOutcome(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="by", tag="council outcome"
):
    """The value is the published figure of a council, by its measure in definitions/council_outcomes."""

    measure: str


Measured: TypeAlias = ByMetric | ByCouncilOutcome


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A duty, guidance or study; `url` is empty where we know of no lasting address."""

    title: str
    url: str = ""


class Floor(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is asked: `value` of `unit` at least or at most; nothing but that it is so where `direction` is "must"."""

    direction: Direction
    value: Decimal | None = None
    unit: str = ""

    def met_by(self, value: Decimal) -> bool:
        """Whether a value keeps it.

        Raises:
            StandardsError: it is no floor for values.
        """
        if self.value is None:
            raise StandardsError("this standard says that something must be so, and asks for no value")
        return value >= self.value if self.direction == "at least" else value <= self.value

    def in_words(self) -> str:
        """Such as "at least 30 minutes"."""
        return "must be so" if self.value is None else f"{self.direction} {self.value} {self.unit}"


class Standard(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One minimum standard. The numbers are Candour's own unless `justification` says that they are somebody's rule.

    A place may raise the floor up to `local_limit` with a reason, and beyond it with evidence besides.
    """

    id: str
    version: int
    title: str
    question: str
    why: str
    nations: tuple[Nation, ...]
    applies_to: tuple[AppliesTo, ...]
    direction: Direction
    justification: str
    evidence: tuple[Source, ...]
    review_date: datetime.date
    floor: Decimal | None = None
    unit: str = ""
    local_limit: Decimal | None = None
    measured: Measured | None = None

    def __post_init__(self) -> None:
        if fault := _fault(self):
            raise ValueError(fault)

    @property
    def asks(self) -> Floor:
        """Its floor."""
        return Floor(direction=self.direction, value=self.floor, unit=self.unit)


def _fault(standard: Standard) -> str:
    for name in ("id", "title", "question", "why", "nations", "applies_to", "justification", "evidence"):
        if not getattr(standard, name):
            return f"{name}: found nothing, expected something to read"
    if standard.version < 1:
        return f"version: found {standard.version}, expected 1 or more"
    if (standard.direction == "must") != (standard.floor is None):
        return "floor: expected a value for `at least` and `at most`, and none for `must`"
    if (standard.floor is None) != (standard.local_limit is None) or bool(standard.unit) != (
        standard.floor is not None
    ):
        return "unit, local_limit: expected both where, and only where, there is a floor"
    if standard.floor is not None and standard.local_limit is not None:
        if not (standard.floor.is_finite() and standard.local_limit.is_finite()):
            return "floor, local_limit: expected numbers"
        if not standard.asks.met_by(standard.local_limit):
            return f"local_limit: found {standard.local_limit}, expected no weaker than the floor of {standard.floor}"
    return ""


@cache
def standards(folder: Path = FOLDER / "minimum_standards") -> Mapping[str, Standard]:
    """Every national standard, by its id.

    Raises:
        DefinitionError: a file is no valid standard.
    """
    return definitions_in(folder, Standard)


def national(nation: Nation) -> dict[str, Standard]:
    """The standards of one nation, by id."""
    return {name: standard for name, standard in standards().items() if nation in standard.nations}
