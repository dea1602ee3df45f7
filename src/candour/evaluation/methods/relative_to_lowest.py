"""The lowest price divided by the price."""

from collections.abc import Sequence
from fractions import Fraction
from typing import ClassVar

from candour.evaluation.methods.method import Relative
from candour.evaluation.methods.offer import Offer, Terms


class RelativeToLowest(Relative, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="relative to lowest"):
    """Price score: Pmin / P. A bid at no price at all scores 1, and then every other 0."""

    title: ClassVar[str] = "Relative to the lowest price"
    formula: ClassVar[str] = "points = quality weight × Q + price weight × Pmin / P"
    weakness: ClassVar[str] = (
        "Rank reversal: a bid that itself cannot win can change who does. Middle bids, neither cheapest nor best, "
        "can hardly win."
    )

    def price_scores(self, terms: Terms, offers: Sequence[Offer]) -> list[Fraction]:
        """1 for the lowest price, half for twice as much."""
        lowest = min((offer.price for offer in offers), default=Fraction())
        return [lowest / offer.price if offer.price else Fraction(1) for offer in offers]
