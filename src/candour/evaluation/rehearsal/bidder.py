"""The kinds of bidders that a design is tried on: assumptions, in definitions/rehearsal, for anybody to edit."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

from candour.definitions import FOLDER, definitions_in


class About(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Draws from a normal distribution; prices as multiples of the usual price, all else on 0-1."""

    mean: float
    spread: float


class Between(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Draws of whole numbers, each equally likely."""

    min: int
    max: int


class Grades(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How likely each standing of the rating is, as parts of their sum; `none` is no rating."""

    best: int
    good: int
    middling: int
    worst: int
    none: int


class Bidder(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One kind of bidder. A bidder that is not `registered` has applied."""

    id: str
    title: str
    stands_for: str
    small: bool
    price: About
    quality: About
    ratings: Grades
    content: About
    answers: Between
    registered: bool


@cache
def bidders(folder: Path = FOLDER / "rehearsal") -> Mapping[str, Bidder]:
    """Every kind of bidder, by id.

    Raises:
        DefinitionError: a file is no valid kind of bidder.
    """
    return definitions_in(folder, Bidder)
