"""The price divided by a coefficient that quality raises."""

from collections.abc import Sequence
from fractions import Fraction
from typing import ClassVar

from candour.evaluation.methods.method import Floats, Method
from candour.evaluation.methods.offer import Offer, Terms


class Prozorro(Method, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="prozorro"):
    """Figure: P / coefficient, coefficient = 1 + Σv / (1 − Σvmax); vmax is a criterion's share of all points.

    As Ukraine's Prozorro computes it.
    """

    title: ClassVar[str] = "Price divided by a quality coefficient"
    formula: ClassVar[str] = "P / (1 + Σv / (1 − Σvmax)), the lowest wins"
    weakness: ClassVar[str] = (
        "The effect of quality grows faster than its weight: with 70 of 100 points for quality, full quality makes "
        "a price count for less than a third."
    )
    lowest_wins: ClassVar[bool] = True

    def fault(self, terms: Terms) -> str:
        """The price must have some weight."""
        if terms.price_weight <= 0:
            return "price_weight: found 0, expected more, because this method divides by it; or use a fixed price"
        return ""

    def figures(self, terms: Terms, offers: Sequence[Offer]) -> list[Fraction | None]:
        """The price as it counts, in money."""
        most = {name: weight / 100 for name, weight in terms.weights.items()}
        left = 1 - sum(most.values(), Fraction())
        return [
            offer.price
            / (1 + sum((share * offer.fulfilment[name] for name, share in most.items()), Fraction()) / left)
            for offer in offers
        ]

    def gap(self, terms: Terms, price: Fraction, dearer: Fraction, quality: Fraction) -> Fraction | None:
        """The coefficient must be larger in the proportion of the prices."""
        if not price:
            return None
        weight = sum(terms.weights.values(), Fraction()) / terms.price_weight
        return (1 + weight * quality) * dearer / price / weight

    def many(self, quality: Floats, price_weight: Floats, prices: Floats, terms: Terms) -> Floats:
        """The price as it counts, as floats."""
        return prices / (1 + (1 - price_weight) * quality / price_weight)
