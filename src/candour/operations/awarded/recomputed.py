"""The result of a lot, computed again from what was published, and held against the published one."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import msgspec

from candour.costing.amounts import rounded
from candour.evaluation.methods.offer import quality_points
from candour.evaluation.sensitivity.contest import Contest, Placed
from candour.evaluation.workings import SHOWN
from candour.operations.awarded.bid import Bid
from candour.operations.awarded.contested import Basis, Contested
from candour.operations.awarded.lot import Lot

_ROUNDINGS = Fraction(1, 1000)
"""What the rounding of published scores may come to in a total."""


class BidFigures(msgspec.Struct, frozen=True, kw_only=True):
    """A bid as it comes out: its points of quality and of price, its figure in all, and its rank.

    `for_price` is None where the method gives the price no points of its own.
    """

    bid: str
    name: str
    quality: Decimal
    for_price: Decimal | None
    figure: Decimal | None
    rank: int
    published_total: Decimal | None
    published_rank: int | None


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """Where the two differ: of what, what was published, and what comes out."""

    what: str
    published: str
    computed: str


class Recomputed(msgspec.Struct, frozen=True, kw_only=True):
    """A lot computed again, the best bid first. `basis` says what the points of prices rest on.

    `agrees` is whether the same bids come first as were chosen, and every total is as published, as far as rounding
    lets one say; None where nothing was published to hold the result against.
    """

    basis: Basis
    bids: tuple[BidFigures, ...]
    winners: tuple[str, ...]
    agrees: bool | None
    differences: tuple[Difference, ...]


def recomputed(lot: Lot, made: Contested) -> Recomputed:
    """Compute it again."""
    bids = {bid.id: bid for bid in lot.bids}
    places = made.contest.places()
    lines = tuple(_figures(made.contest, one, bids[one.bid]) for one in places)
    winners = lot.winners
    differences = (*_in_totals(lot, made, places), *_in_scores(lot), *_in_winners(places, winners, bids))
    known = bool(winners) or any(bid.total is not None for bid in lot.bids)
    return Recomputed(
        basis=made.basis,
        bids=lines,
        winners=winners,
        agrees=not differences if known else None,
        differences=tuple(differences),
    )


def _figures(contest: Contest, place: Placed, bid: Bid) -> BidFigures:
    offer = next(one for one in contest.offers if one.bid == place.bid)
    quality = quality_points(contest.design.terms, offer)
    weighed = contest.design.price_weight and place.figure is not None
    return BidFigures(
        bid=place.bid,
        name=bid.name,
        quality=rounded(quality, SHOWN),
        for_price=rounded(place.figure - quality, SHOWN) if weighed and place.figure is not None else None,
        figure=None if place.figure is None else rounded(place.figure, SHOWN),
        rank=place.rank,
        published_total=bid.total,
        published_rank=bid.rank,
    )


def _in_totals(lot: Lot, made: Contested, places: tuple[Placed, ...]) -> Iterator[Difference]:
    """None where the points of prices were what totals left."""
    if made.basis == "totals":
        return
    totals = {bid.id: bid.total for bid in lot.bids}
    names = {bid.id: bid.name for bid in lot.bids}
    for place in places:
        total = totals[place.bid]
        if total is not None and place.figure is not None and abs(place.figure - Fraction(total)) > _slack(total):
            yield Difference(
                what=f"the total of {names[place.bid]}",
                published=f"{total:f}",
                computed=f"{rounded(place.figure, Decimal('0.01')):f}",
            )


def _in_scores(lot: Lot) -> Iterator[Difference]:
    """Weighted scores that are not weight × score."""
    for bid in lot.bids:
        for one in lot.criteria:
            score = bid.score(one.id) or bid.score(one.name)
            if score is None or score.weighted is None or one.weight is None:
                continue
            what = f"the score of {bid.name} by “{one.name}”"
            points = Fraction(score.score) / Fraction(score.maximum) * Fraction(one.weight)
            if abs(points - Fraction(score.weighted)) > _slack(score.weighted):
                computed = f"{rounded(points, Decimal('0.01')):f} points"
                yield Difference(what=what, published=f"{score.weighted:f} points", computed=computed)


def _slack(published: Decimal) -> Fraction:
    """Half a unit in the last place that was published, and a little for rounding before that."""
    exponent = published.normalize().as_tuple().exponent
    last = Fraction(10) ** exponent if isinstance(exponent, int) and exponent < 0 else Fraction(1)
    return last / 2 + _ROUNDINGS


def _in_winners(places: tuple[Placed, ...], winners: tuple[str, ...], bids: dict[str, Bid]) -> Iterator[Difference]:
    """As many as were chosen come first; those that are level with the last of them are all right.

    How ties are broken is not published, and rounding may make one.
    """
    if not winners:
        return
    last = places[min(len(winners), len(places)) - 1]
    first = {one.bid for one in places if one.rank <= last.rank or _level(one, last)}
    if not {*winners} <= first:
        yield Difference(
            what="who comes first",
            published=", ".join(bids[one].name for one in winners),
            computed=", ".join(bids[one.bid].name for one in places if one.rank <= last.rank),
        )


def _level(one: Placed, other: Placed) -> bool:
    if one.figure is None or other.figure is None:
        return one.figure is other.figure
    return abs(one.figure - other.figure) <= _ROUNDINGS
