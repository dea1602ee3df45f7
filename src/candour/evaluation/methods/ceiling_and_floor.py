"""The price between a floor and a ceiling that were published before the tender."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from candour.evaluation.methods.method import PriceScored
from candour.evaluation.methods.offer import Offer, Terms


class CeilingAndFloor(PriceScored, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="ceiling and floor"):
    """Price score: (ceiling − P) / (ceiling − floor), from 0 to 1."""

    title: ClassVar[str] = "Between a published floor and ceiling"
    formula: ClassVar[str] = (
        "points = quality weight × Q + price weight × (ceiling − P) / (ceiling − floor), from 0 to 1"
    )
    weakness: ClassVar[str] = (
        "Bids gather at the floor, and below it and above the ceiling a difference in price is worth nothing. A "
        "narrow corridor makes pennies decide."
    )
    ceiling: Decimal
    floor: Decimal

    def __post_init__(self) -> None:
        if not (self.ceiling.is_finite() and self.floor.is_finite() and 0 <= self.floor < self.ceiling):
            raise ValueError(
                f"{self.title}: found a floor of {self.floor} and a ceiling of {self.ceiling}, expected 0 or more "
                "and a ceiling above the floor"
            )

    def price_scores(self, terms: Terms, offers: Sequence[Offer]) -> list[Fraction]:
        """1 at the floor and below it, 0 at the ceiling and above it."""
        ceiling, width = Fraction(self.ceiling), Fraction(self.ceiling - self.floor)
        return [min(Fraction(1), max(Fraction(), (ceiling - offer.price) / width)) for offer in offers]
