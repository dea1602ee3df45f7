"""The buyer has set the price; quality alone decides."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from candour.evaluation.methods.method import Floats, Method
from candour.evaluation.methods.offer import Offer, Terms, quality_share


class FixedPrice(Method, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="fixed price"):
    """Figure: 100 Q. Every bid is at the `price` that was published."""

    title: ClassVar[str] = "Fixed price, 100% quality"
    formula: ClassVar[str] = "points = 100 × Q, at a price that the buyer sets"
    weakness: ClassVar[str] = (
        "The buyer must know what good care costs: too low a price leaves nobody able to deliver."
    )
    price_has_weight: ClassVar[bool] = False
    price: Decimal

    def __post_init__(self) -> None:
        if not self.price.is_finite() or self.price <= 0:
            raise ValueError(f"{self.title}: found a price of {self.price}, expected more than 0")

    def figures(self, terms: Terms, offers: Sequence[Offer]) -> list[Fraction | None]:
        """Points of quality out of 100."""
        return [100 * quality_share(terms, offer) for offer in offers]

    def gap(self, terms: Terms, price: Fraction, dearer: Fraction, quality: Fraction) -> Fraction | None:
        """None: no bid is dearer than another."""
        return None

    def many(self, quality: Floats, price_weight: Floats, prices: Floats, terms: Terms) -> Floats:
        """Points of quality, as floats."""
        return 100 * quality
