"""How likeness of councils is measured, as a file under definitions/neighbours/ says."""

import datetime
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from candour.definitions import FOLDER, definitions_in
from candour.indicators.definition import Source
from candour.statistics.neighbours import Missing

Quantity = Literal["population", "area", "people of 18 to 64", "people of 65 and over"]
"""What is counted or measured of councils and can be used: people, and square kilometres."""


class Variable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing in which councils are alike or not: the sum of `numerator`, divided by that of `denominator` if any.

    `transform` is applied to the quotient; the logarithm is the natural one, of a value above 0.
    """

    id: str
    title: str
    unit: str
    numerator: tuple[Quantity, ...]
    denominator: tuple[Quantity, ...] = ()
    transform: Literal["log", "none"]
    weight: float
    why: str

    def __post_init__(self) -> None:
        if not self.numerator or self.weight <= 0:
            raise ValueError("expected a numerator, and a weight above 0")


class Method(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A way to find councils that are like one another.

    `missing` says what becomes of two councils of which one lacks a variable, `at_least` how many variables both must
    have; `number` how many neighbours are given. `lacks` says what the method knows nothing of.
    """

    id: str
    version: int
    title: str
    question: str
    why: str
    pool: Literal["same nation, and the duty to arrange adult social care"]
    variables: tuple[Variable, ...]
    missing: Missing
    at_least: int
    number: int
    caveats: tuple[str, ...]
    lacks: tuple[str, ...]
    sources: tuple[Source, ...]
    review_date: datetime.date

    def __post_init__(self) -> None:
        ids = [variable.id for variable in self.variables]
        if len(set(ids)) != len(ids):
            raise ValueError("two variables share an id")
        if not 1 <= self.at_least <= len(ids) or self.number < 1:
            raise ValueError(f"expected at_least from 1 to {len(ids)}, the number of variables, and a number above 0")

    @property
    def weights(self) -> dict[str, float]:
        """The weight of each variable, by its id."""
        return {variable.id: variable.weight for variable in self.variables}


@cache
def methods(folder: Path = FOLDER / "neighbours") -> Mapping[str, Method]:
    """Every method, by its id.

    Raises:
        DefinitionError: a file does not define one; the message names the file and the field.
    """
    return definitions_in(folder, Method)
