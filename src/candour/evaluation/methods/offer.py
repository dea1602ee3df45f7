"""What a scoring method is given: the terms that were published, and one offer a bid."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import msgspec


class Terms(msgspec.Struct, frozen=True, kw_only=True):
    """What the tender published: points of each criterion and of the price, 100 in all, and the benchmark price."""

    weights: Mapping[str, Fraction]
    price_weight: Fraction
    benchmark: Decimal | None = None


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """One bid as a method sees it: its price, and how much of each criterion it fulfils, 0-1."""

    bid: str
    price: Fraction
    fulfilment: Mapping[str, Fraction]


def quality_points(terms: Terms, offer: Offer) -> Fraction:
    """The points of all criteria: Σ weight × fulfilment, from 0 to the sum of their weights."""
    return sum((weight * offer.fulfilment[name] for name, weight in terms.weights.items()), Fraction())


def quality_share(terms: Terms, offer: Offer) -> Fraction:
    """The same as a share of all quality points, 0-1."""
    return quality_points(terms, offer) / sum(terms.weights.values(), Fraction())
