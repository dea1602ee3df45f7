"""Weights to try: a number for each of several things, asked together."""

from dataclasses import dataclass, replace
from typing import Self

from candour.site.components.asking import Asking
from candour.site.components.typed import Typed


@dataclass(frozen=True, slots=True)
class Weight:
    """What is weighed: its id, how it is called, and the number in its field."""

    of: str
    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightsField(Asking):
    """In the address, every number stands under `name`, and before it, under `of`, what it is the weight of."""

    of: str
    weights: tuple[Weight, ...]

    def filled(self, typed: Typed) -> Self:
        """The same with the numbers that were typed."""
        given = dict(zip(typed.many(self.of), typed.many(self.name), strict=False))
        weights = tuple(replace(one, value=given.get(one.of, one.value)) for one in self.weights)
        return replace(self, weights=weights, error=typed.error(self.name) or typed.error(self.of))
