"""The price beside a benchmark that was published before the tender: the default."""

from collections.abc import Sequence
from fractions import Fraction
from typing import ClassVar

from candour.evaluation.methods.method import PriceScored
from candour.evaluation.methods.offer import Offer, Terms


class Benchmark(PriceScored, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="benchmark"):
    """Price score: 1 − (P − B) / B, where B is the benchmark of the design. Nothing is cut off at either end.

    So a bid that is worse in one thing and better in none always has fewer points, and one that is twice as dear as
    the benchmark has none for its price, and dearer ones less than none.
    """

    title: ClassVar[str] = "Beside a published benchmark"
    formula: ClassVar[str] = "points = quality weight × Q + price weight × (1 − (P − B) / B)"
    weakness: ClassVar[str] = (
        "All depends on the benchmark: set below what care costs, it rewards bids that nobody can deliver. Take it "
        "from the cost of an hour, and hold bids against the lawful floor."
    )

    def fault(self, terms: Terms) -> str:
        """A benchmark is needed."""
        if terms.benchmark is None or terms.benchmark <= 0:
            return (
                "benchmark: expected a price above 0 that you publish with the tender, such as the cost of an hour; "
                "or choose another method"
            )
        return ""

    def price_scores(self, terms: Terms, offers: Sequence[Offer]) -> list[Fraction]:
        """1 at the benchmark, 0 at twice as much."""
        benchmark = Fraction(terms.benchmark or 0)
        return [1 - (offer.price - benchmark) / benchmark for offer in offers]
