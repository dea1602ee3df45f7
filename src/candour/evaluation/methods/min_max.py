"""Full points for the lowest price, none for the highest, and the others in between."""

from collections.abc import Sequence
from fractions import Fraction
from typing import ClassVar

from candour.evaluation.methods.method import Relative
from candour.evaluation.methods.offer import Offer, Terms


class MinMax(Relative, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="min-max"):
    """Price score: (Pmax − P) / (Pmax − Pmin); 1 for everybody where all prices are the same."""

    title: ClassVar[str] = "Between the lowest and the highest price"
    formula: ClassVar[str] = "points = quality weight × Q + price weight × (Pmax − P) / (Pmax − Pmin)"
    weakness: ClassVar[str] = (
        "With two bids a difference of pennies is worth the whole weight of the price. Rank reversal: another dear "
        "or cheap bid changes what the difference between two others is worth."
    )

    def price_scores(self, terms: Terms, offers: Sequence[Offer]) -> list[Fraction]:
        """1 for the lowest price, 0 for the highest."""
        prices = [offer.price for offer in offers]
        if not prices or min(prices) == max(prices):
            return [Fraction(1)] * len(prices)
        return [(max(prices) - price) / (max(prices) - min(prices)) for price in prices]
