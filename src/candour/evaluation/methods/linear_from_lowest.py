"""As much less than full points as the price is above the lowest."""

from collections.abc import Sequence
from fractions import Fraction
from typing import ClassVar

from candour.evaluation.methods.method import Relative
from candour.evaluation.methods.offer import Offer, Terms


class LinearFromLowest(Relative, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="linear from lowest"):
    """Price score: 1 − (P − Pmin) / Pmin, not below 0."""

    title: ClassVar[str] = "Linear from the lowest price"
    formula: ClassVar[str] = "points = quality weight × Q + price weight × (1 − (P − Pmin) / Pmin), not below 0"
    weakness: ClassVar[str] = (
        "Rank reversal: a very low bid, even one that cannot win, takes all price points from bids at twice its "
        "price and more, and so changes who wins."
    )

    def price_scores(self, terms: Terms, offers: Sequence[Offer]) -> list[Fraction]:
        """1 for the lowest price, 0 for twice as much and more."""
        lowest = min((offer.price for offer in offers), default=Fraction())
        if not lowest:
            return [Fraction(not offer.price) for offer in offers]
        return [max(Fraction(), 1 - (offer.price - lowest) / lowest) for offer in offers]
