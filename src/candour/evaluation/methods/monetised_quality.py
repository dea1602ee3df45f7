"""The price less what the offered quality is worth in money."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from candour.evaluation.methods.method import Floats, Method
from candour.evaluation.methods.offer import Offer, Terms


class MonetisedQuality(Method, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="monetised quality"):
    """Figure: P − Σ value × fulfilment; `values` say what each criterion is worth in money when it is met in full.

    The Dutch call it gunnen op waarde.
    """

    title: ClassVar[str] = "Quality valued in money"
    formula: ClassVar[str] = "P − Σ (value of a criterion × how much of it is met), the lowest wins"
    weakness: ClassVar[str] = (
        "Somebody must say, before the tender, what quality is worth in money, and defend it. A value set too low "
        "is a price competition by another name."
    )
    lowest_wins: ClassVar[bool] = True
    price_has_weight: ClassVar[bool] = False
    values: dict[str, Decimal]

    def __post_init__(self) -> None:
        if not self.values or any(not value.is_finite() or value < 0 for value in self.values.values()):
            raise ValueError(f"{self.title}: expected a value of 0 or more for each criterion")
        if not any(self.values.values()):
            raise ValueError(f"{self.title}: every value is 0, so that the lowest price wins; expected one above 0")

    def fault(self, terms: Terms) -> str:
        """Every criterion has a value, and nothing else."""
        return _same_criteria(terms.weights, self.values)

    def figures(self, terms: Terms, offers: Sequence[Offer]) -> list[Fraction | None]:
        """The price as it would be if quality were paid for apart; it may be below 0."""
        return [
            offer.price
            - sum((Fraction(value) * offer.fulfilment[name] for name, value in self.values.items()), Fraction())
            for offer in offers
        ]

    def shares(self, terms: Terms) -> Mapping[str, Fraction]:
        """By their values, which need not be as their weights."""
        return {name: Fraction(value) / self._worth for name, value in self.values.items()}

    def gap(self, terms: Terms, price: Fraction, dearer: Fraction, quality: Fraction) -> Fraction | None:
        """The difference, divided by what quality in full is worth."""
        return dearer / self._worth

    @property
    def _worth(self) -> Fraction:
        """What quality in full is worth."""
        return sum(map(Fraction, self.values.values()), Fraction())

    def many(self, quality: Floats, price_weight: Floats, prices: Floats, terms: Terms) -> Floats:
        """The same money in all for quality in full."""
        return prices - float(self._worth) * quality


def _same_criteria(weights: Mapping[str, Fraction], values: Mapping[str, Decimal]) -> str:
    if weights.keys() == values.keys():
        return ""
    odd = ", ".join(sorted(weights.keys() ^ values.keys()))
    return f"values: expected one for each criterion and no other; see to {odd}"
