"""A price taken apart: its parts, and the share of each, with what it is a share of."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from candour.costing.amounts import HUNDREDTH_OF_A_PER_CENT, Money, apportioned, rounded, rounded_up

Group = Literal["pay", "on-costs", "expenses", "running", "surplus"]
"""What a part is: `pay` for time worked reaches the worker; `on-costs` are the employer's costs of that pay."""

PAY: tuple[Group, ...] = ("pay",)
WAGE_COSTS: tuple[Group, ...] = ("pay", "on-costs")
DIRECT_COSTS: tuple[Group, ...] = ("pay", "on-costs", "expenses")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a price, exact."""

    id: str
    title: str
    group: Group
    exact: Fraction


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A price and its parts. `unit` says of what: a contact hour, or a week of one resident."""

    parts: tuple[Part, ...]
    currency: str
    unit: str

    @property
    def exact(self) -> Fraction:
        """The price, exact: the sum of the parts."""
        return sum((part.exact for part in self.parts), Fraction())

    @property
    def price(self) -> Money:
        """The price to the nearest penny, half a penny up."""
        return Money(rounded(self.exact), self.currency)

    @property
    def lowest_fee(self) -> Money:
        """The lowest fee, in whole pence, that meets all parts: the price rounded up."""
        return Money(rounded_up(self.exact), self.currency)

    def amounts(self) -> tuple[Decimal, ...]:
        """Every part in whole pence; they add up to the price (`apportioned`)."""
        return apportioned([part.exact for part in self.parts], self.price.amount)

    def shares(self) -> tuple[Decimal, ...]:
        """Every part as per cent of the price, to two places; they add up to 100.00 (`apportioned`)."""
        return apportioned([part.exact for part in self.parts], Decimal(100), HUNDREDTH_OF_A_PER_CENT)

    def of(self, groups: Collection[Group]) -> Fraction:
        """What the parts of these groups come to, exact."""
        return sum((part.exact for part in self.parts if part.group in groups), Fraction())

    def share(self, part: Fraction) -> Decimal:
        """Per cent of the price, to two places: of the exact sum, so it can differ from a sum of rounded shares."""
        return rounded(part / self.exact * 100, HUNDREDTH_OF_A_PER_CENT)
