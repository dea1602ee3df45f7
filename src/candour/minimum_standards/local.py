"""What a place adds to its nation's standards: a file that raises some and adds others."""

import datetime
from decimal import Decimal

import msgspec

from candour.minimum_standards.standard import AppliesTo, Direction, Floor, Measured, Nation, Source


class Raised(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A national standard with a stricter floor, and why this place has it. `version` is the one that was read."""

    standard: str
    version: int
    floor: Decimal
    justification: str
    review_date: datetime.date
    evidence: tuple[Source, ...] = ()


class Added(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A standard that only this place has."""

    id: str
    title: str
    applies_to: tuple[AppliesTo, ...]
    direction: Direction
    justification: str
    review_date: datetime.date
    floor: Decimal | None = None
    unit: str = ""
    measured: Measured | None = None
    evidence: tuple[Source, ...] = ()

    def __post_init__(self) -> None:
        if (self.direction == "must") != (self.floor is None) or bool(self.unit) != (self.floor is not None):
            raise ValueError("floor, unit: expected both for `at least` and `at most`, and neither for `must`")
        if not (self.id and self.title and self.applies_to and self.justification):
            raise ValueError("id, title, applies_to, justification: expected something in each")

    @property
    def asks(self) -> Floor:
        """Its floor."""
        return Floor(direction=self.direction, value=self.floor, unit=self.unit)


class LocalStandards(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the council with this organisation id or GSS code adds from `effective` on."""

    council: str
    name: str
    nation: Nation
    effective: datetime.date
    raises: tuple[Raised, ...] = ()
    adds: tuple[Added, ...] = ()
