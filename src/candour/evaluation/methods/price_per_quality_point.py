"""What one point of quality costs."""

from collections.abc import Sequence
from fractions import Fraction
from typing import ClassVar

import numpy as np

from candour.evaluation.methods.method import Floats, Method
from candour.evaluation.methods.offer import Offer, Terms, quality_share


class PricePerQualityPoint(
    Method, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="price per quality point"
):
    """Figure: P / 100 Q, money for a point of quality. A bid without any quality has none and ranks last."""

    title: ClassVar[str] = "Price per quality point"
    formula: ClassVar[str] = "P / (100 × Q), the lowest wins"
    weakness: ClassVar[str] = (
        "Half the quality at half the price is as good to it: set a minimum score, or poor care wins by being cheap."
    )
    lowest_wins: ClassVar[bool] = True
    price_has_weight: ClassVar[bool] = False

    def figures(self, terms: Terms, offers: Sequence[Offer]) -> list[Fraction | None]:
        """Money for a quality point of a hundred."""
        shares = [quality_share(terms, offer) for offer in offers]
        return [o.price / (100 * share) if share else None for o, share in zip(offers, shares, strict=True)]

    def gap(self, terms: Terms, price: Fraction, dearer: Fraction, quality: Fraction) -> Fraction | None:
        """As much more, in proportion, as it is dearer; None at a price of 0, which nothing can come level with."""
        return quality * dearer / price if price else None

    def many(self, quality: Floats, price_weight: Floats, prices: Floats, terms: Terms) -> Floats:
        """Money for a quality point; infinite without any quality."""
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(quality > 0, prices / (100 * quality), np.inf)
