"""What every scoring method has: a formula, whether another bid can change its figures, and which way wins."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import ClassVar

import msgspec
import numpy as np
import numpy.typing as npt

from candour.evaluation.methods.offer import Offer, Terms, quality_points

Floats = npt.NDArray[np.float64]


class Method(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="method"):
    """A way to make one figure of price and quality. Figures are exact."""

    title: ClassVar[str]
    formula: ClassVar[str]
    """In words, with P for the price and Q for the share of quality, 0-1."""
    weakness: ClassVar[str]
    """What it is known to do badly."""
    others_matter: ClassVar[bool] = False
    """Whether a bid's figure can change when another bid is added, changed or withdrawn."""
    lowest_wins: ClassVar[bool] = False
    price_has_weight: ClassVar[bool] = True
    """Whether the design gives points to the price; without, the points of the criteria alone add up to 100."""

    def fault(self, terms: Terms) -> str:
        """What keeps it from being used with these terms; empty where nothing does."""
        return ""

    def figures(self, terms: Terms, offers: Sequence[Offer]) -> list[Fraction | None]:
        """One figure an offer, in their order; None where the formula gives none, which ranks behind all others."""
        raise NotImplementedError

    def shares(self, terms: Terms) -> Mapping[str, Fraction]:
        """What share of all quality each criterion is; together 1."""
        whole = sum(terms.weights.values(), Fraction())
        return {name: weight / whole for name, weight in terms.weights.items()}

    def gap(self, terms: Terms, price: Fraction, dearer: Fraction, quality: Fraction) -> Fraction | None:
        """How much more quality (0-1) a bid that is `dearer` needs to come level with one of this price and quality.

        Only these two bids are thought of. None where a price cannot make a difference, or no quality would do.
        """
        raise NotImplementedError

    def many(self, quality: Floats, price_weight: Floats, prices: Floats, terms: Terms) -> Floats:
        """The figures of many draws at once, as floats: a row a draw, a column a bid.

        `quality` holds shares (0-1), `price_weight` one share (0-1) a row, in a column.
        """
        raise NotImplementedError


class PriceScored(Method, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The price gets a score of its own, and the figure is points: of quality, and weight × score of the price."""

    def price_scores(self, terms: Terms, offers: Sequence[Offer]) -> list[Fraction]:
        """The score of each price: 1 is full points."""
        raise NotImplementedError

    def figures(self, terms: Terms, offers: Sequence[Offer]) -> list[Fraction | None]:
        """Points, up to 100 where the price scores 1 and every criterion is fulfilled."""
        weight = terms.price_weight
        scores = self.price_scores(terms, offers)
        return [quality_points(terms, offer) + weight * score for offer, score in zip(offers, scores, strict=True)]

    def gap(self, terms: Terms, price: Fraction, dearer: Fraction, quality: Fraction) -> Fraction | None:
        """The points that the difference in price costs, in points of quality."""
        offers = [Offer(bid="", price=one, fulfilment={}) for one in (price, price + dearer)]
        cheap, dear = self.price_scores(terms, offers)
        return terms.price_weight * (cheap - dear) / sum(terms.weights.values(), Fraction())

    def many(self, quality: Floats, price_weight: Floats, prices: Floats, terms: Terms) -> Floats:
        """Points, up to 100; the scores of prices are the same in every draw."""
        offers = [Offer(bid="", price=Fraction(float(price)), fulfilment={}) for price in prices]
        scores = np.array([float(score) for score in self.price_scores(terms, offers)])
        points: Floats = 100 * ((1 - price_weight) * quality + price_weight * scores)
        return points


class Relative(PriceScored, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A price is scored by the prices of others. To choose it, a reason must be given and is published."""

    others_matter: ClassVar[bool] = True
    reason: str

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise ValueError(
                f"{self.title}: other bids can change its result; give a reason for choosing it all the same"
            )
