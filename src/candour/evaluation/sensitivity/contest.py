"""The bids of one lot that were scored, as all questions about what would change the result need them."""

from collections.abc import Sequence
from fractions import Fraction

import msgspec
from msgspec.structs import replace

from candour.evaluation.award import LotResult
from candour.evaluation.design import Design
from candour.evaluation.methods import AnyMethod
from candour.evaluation.methods.offer import Offer, Terms, quality_points
from candour.evaluation.quality import fulfilments
from candour.evaluation.ranking import Standing, ranked


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """A bid's place: its rank from 1, and what the method makes of it, None where it gives no figure."""

    bid: str
    rank: int
    figure: Fraction | None


class Contest(msgspec.Struct, frozen=True, kw_only=True):
    """A design and the offers that passed its gates, in the order of the result.

    Tie-breaks by lived experience use `lived_experience`, the points by bid where such people scored.
    """

    design: Design
    offers: tuple[Offer, ...]
    lived_experience: dict[str, Fraction]

    def places(
        self, *, method: AnyMethod | None = None, terms: Terms | None = None, offers: Sequence[Offer] | None = None
    ) -> tuple[Placed, ...]:
        """Every offer, the best first, with another method, other terms or other offers."""
        method, terms = method or self.design.method, terms or self.design.terms
        offers = self.offers if offers is None else offers
        figures = dict(zip((offer.bid for offer in offers), method.figures(terms, offers), strict=True))
        standings = [
            Standing(
                bid=offer.bid,
                figure=figures[offer.bid],
                quality=quality_points(terms, offer),
                price=offer.price,
                lived_experience=self.lived_experience.get(offer.bid),
            )
            for offer in offers
        ]
        ranks = ranked(self.design, standings, lowest_wins=method.lowest_wins)
        return tuple(Placed(bid=one.bid, rank=one.rank, figure=figures[one.bid]) for one in ranks)

    def first(
        self, *, method: AnyMethod | None = None, terms: Terms | None = None, offers: Sequence[Offer] | None = None
    ) -> tuple[str, ...]:
        """Who ranks first then: several where a tie stays a tie."""
        return tuple(one.bid for one in self.places(method=method, terms=terms, offers=offers) if one.rank == 1)

    def terms_with(self, price_weight: Fraction) -> Terms:
        """The terms with so many points (0-100) for the price, and the criteria's shares of the rest kept."""
        terms = self.design.terms
        rest = (100 - price_weight) / sum(terms.weights.values(), Fraction())
        weights = {name: rest * weight for name, weight in terms.weights.items()}
        return replace(terms, weights=weights, price_weight=price_weight)


def contest(design: Design, result: LotResult) -> Contest:
    """The contest of a lot, without the bids that were set aside."""
    scored = [one for one in result.bids if one.verdict != "set aside"]
    return Contest(
        design=design,
        offers=tuple(
            Offer(bid=one.bid, price=one.counted_price, fulfilment=fulfilments(one.scores)) for one in scored
        ),
        lived_experience={one.bid: one.lived_experience for one in scored if one.lived_experience is not None},
    )
