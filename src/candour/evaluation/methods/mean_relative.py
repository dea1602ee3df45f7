"""Half of the points for the mean price, more below it and less above."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from candour.evaluation.methods.method import Relative
from candour.evaluation.methods.offer import Offer, Terms


class MeanRelative(Relative, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="mean-relative"):
    """Price score: 0.5 − k (P − mean) / mean, from 0 to 1; `k` above 0 says how steep it is."""

    title: ClassVar[str] = "Relative to the mean price"
    formula: ClassVar[str] = "points = quality weight × Q + price weight × (0.5 − k (P − mean) / mean), from 0 to 1"
    weakness: ClassVar[str] = (
        "Rank reversal, and an invitation to agree: a bidder that brings in a second, dear bid of a friend raises "
        "the mean and with it its own points."
    )
    k: Decimal = Decimal(1)

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.k.is_finite() or self.k <= 0:
            raise ValueError(f"{self.title}: found k = {self.k}, expected more than 0")

    def price_scores(self, terms: Terms, offers: Sequence[Offer]) -> list[Fraction]:
        """0.5 for the mean price of all bids."""
        prices = [offer.price for offer in offers]
        mean = sum(prices, Fraction()) / max(1, len(prices))
        if not mean:
            return [Fraction(1, 2)] * len(prices)
        slope = Fraction(self.k)
        return [min(Fraction(1), max(Fraction(), Fraction(1, 2) - slope * (price - mean) / mean)) for price in prices]
