"""The contest of a lot, put together again from what was published of it; or what is lacking for that."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Literal

import msgspec

from candour.evaluation.criterion import Criterion as Designed
from candour.evaluation.design import ALL_POINTS, Design
from candour.evaluation.methods import AnyMethod, Benchmark, FixedPrice, PricePerQualityPoint
from candour.evaluation.methods.method import Relative
from candour.evaluation.methods.offer import Offer
from candour.evaluation.scale import Level, Scale
from candour.evaluation.sensitivity.contest import Contest
from candour.evaluation.sensitivity.tipping import PRICE
from candour.operations.awarded.bid import LIVED_EXPERIENCE, WHOLE_PANEL, Bid, Price
from candour.operations.awarded.lot import Criterion, Lot

Basis = Literal["prices", "scores", "totals", "quality"]
"""What the points of prices rest on: the published formula, a published score, what a total leaves, or no points."""
NO_CURRENCY = "XXX"
"""By ISO 4217; nothing is computed with it."""
_CURRENCY = re.compile("[A-Z]{3}")
_AS_PUBLISHED = "as published"


class Contested(msgspec.Struct, frozen=True, kw_only=True):
    """A contest as it was. `priced` is the same with the prices themselves, None where not all are published alike.

    Where `basis` is scores or totals, prices in `contest` are those that a benchmark of 1 would give these scores.
    """

    contest: Contest
    basis: Basis
    priced: Contest | None


def contested(lot: Lot) -> Contested | tuple[str, ...]:
    """The contest of a lot, or everything that is lacking to compute its result again."""
    lacking = tuple(_lacking(lot))
    if lacking:
        return lacking
    bids = [bid for bid in lot.bids if bid.stands]
    prices = _alike(bids)
    method = _method(lot, prices)
    if method:
        contest = _contest(lot, bids, method, [Fraction(price.amount) for price in prices])
        basis: Basis = "prices" if method.price_has_weight or method.lowest_wins else "quality"
        return Contested(contest=contest, basis=basis, priced=contest)
    shares = [_price_share(lot, bid) for bid in bids]
    known = [share for share in shares if share is not None]
    if lot.method and lot.method.lowest_wins:
        return (f"the numbers that “{lot.method.title}” needs",)
    if len(known) < len(shares):
        return ("what each bid scored for its price",)
    return Contested(
        contest=_contest(lot, bids, Benchmark(), [2 - share for share in known], benchmark=Decimal(1)),
        basis=_basis(lot, bids),
        priced=_priced(lot, bids, prices),
    )


def _lacking(lot: Lot) -> Iterator[str]:
    bids = [bid for bid in lot.bids if bid.stands]
    if not lot.criteria:
        yield "the criteria by which bids were judged"
    elif any(one.weight is None for one in lot.criteria):
        yield f"the weight of {', '.join(one.name for one in lot.criteria if one.weight is None)}"
    elif any(one.weight is not None and one.weight <= 0 for one in lot.criteria):
        yield "a weight above nought for each criterion"
    elif (points := sum((one.weight or Decimal() for one in lot.criteria), Decimal())) != ALL_POINTS:
        yield f"weights that add up to 100: these add up to {points}"
    if len({one.id for one in lot.criteria}) < len(lot.criteria):
        yield "an id of its own for each criterion"
    if len({bid.id for bid in lot.bids}) < len(lot.bids):
        yield "an id of its own for each bid"
    if lot.criteria and not lot.quality:
        yield "a criterion of quality"
    if any(one.is_price or one.id == PRICE for one in lot.quality):
        yield "one criterion for the price, and none of quality that is called so"
    if not bids:
        yield "the bids, one by one"
    for one in lot.quality:
        without = [bid.name for bid in bids if bid.score(one.id) is None and bid.score(one.name) is None]
        if without:
            yield f"the score by “{one.name}” of {', '.join(without)}"
    for bid in bids:
        for score in bid.scores:
            if not 0 <= score.score <= score.maximum:
                found = f"{score.score:f} of at most {score.maximum:f}"
                yield f"a score by “{score.criterion}” of {bid.name} that can be: it is given as {found}"


def _alike(bids: list[Bid]) -> list[Price]:
    """Their prices where all have one, for the same unit and in the same currency; else none."""
    prices = [bid.price for bid in bids if bid.price and bid.price.amount > 0]
    if len(prices) < len(bids) or len({(price.unit, price.currency) for price in prices}) != 1:
        return []
    return prices


def _method(lot: Lot, prices: list[Price]) -> AnyMethod | None:
    """The published method, where all that it needs is published too."""
    method = lot.method
    if method is None or not prices:
        return None
    if method is Benchmark and lot.benchmark and lot.benchmark.currency == prices[0].currency:
        return Benchmark()
    if not method.price_has_weight:
        return _without_points(method, lot, prices)
    return method(reason=_AS_PUBLISHED) if issubclass(method, Relative) else None


def _without_points(method: type[AnyMethod], lot: Lot, prices: list[Price]) -> AnyMethod | None:
    if lot.price is None and method is PricePerQualityPoint:
        return PricePerQualityPoint()
    if lot.price is None and method is FixedPrice:
        return FixedPrice(price=prices[0].amount)
    return None


def _priced(lot: Lot, bids: list[Bid], prices: list[Price]) -> Contest | None:
    """With the prices themselves, beside the mean of them: for what other methods would have made of them."""
    if not prices or not lot.price:
        return None
    amounts = [price.amount for price in prices]
    mean = (sum(amounts, Decimal()) / len(amounts)).quantize(Decimal("0.01"))
    return _contest(lot, bids, Benchmark(), [*map(Fraction, amounts)], benchmark=mean) if mean else None


def _contest(
    lot: Lot, bids: list[Bid], method: AnyMethod, prices: list[Fraction], *, benchmark: Decimal | None = None
) -> Contest:
    price = bids[0].price
    design = Design(
        id=lot.id or "whole",
        title=lot.title or "The whole contract",
        currency=price.currency if price and _CURRENCY.fullmatch(price.currency) else NO_CURRENCY,
        unit=price.unit if price and price.unit else "whole",
        criteria=tuple(_designed(one, bids) for one in lot.quality),
        price_weight=lot.price.weight or Decimal() if lot.price else Decimal(),
        benchmark=benchmark or (lot.benchmark.amount if lot.benchmark else None),
        method=method,
        tie_breaks=("higher lived-experience score", "higher quality", "lower price"),
    )
    return Contest(
        design=design,
        offers=tuple(
            Offer(
                bid=bid.id,
                price=amount,
                fulfilment={one.id: _share(bid, one) or Fraction() for one in lot.quality},
            )
            for bid, amount in zip(bids, prices, strict=True)
        ),
        lived_experience={bid.id: points for bid in bids if (points := _lived(lot, bid)) is not None},
    )


def _designed(one: Criterion, bids: list[Bid]) -> Designed:
    maxima = [score.maximum for bid in bids if (score := bid.score(one.id) or bid.score(one.name))]
    levels = (Level(Decimal(), "Lowest", "the lowest score"), Level(max(maxima), "Highest", "the highest score"))
    return Designed(
        id=one.id, title=one.name, question=one.asks or one.name, weight=one.weight or Decimal(), scale=Scale(levels)
    )


def _share(bid: Bid, one: Criterion, group: str = WHOLE_PANEL) -> Fraction | None:
    score = bid.score(one.id, group) or bid.score(one.name, group)
    return Fraction(score.score) / Fraction(score.maximum) if score else None


def _lived(lot: Lot, bid: Bid) -> Fraction | None:
    given = [
        share * Fraction(one.weight or 0)
        for one in lot.quality
        if (share := _share(bid, one, LIVED_EXPERIENCE)) is not None
    ]
    return sum(given, Fraction()) if given else None


def _basis(lot: Lot, bids: list[Bid]) -> Basis:
    if lot.price is None:
        return "quality"
    return "scores" if all(_share(bid, lot.price) is not None for bid in bids) else "totals"


def _price_share(lot: Lot, bid: Bid) -> Fraction | None:
    """Of full points for the price: as it was scored, else as its total leaves it; nought where it has no points."""
    if lot.price is None:
        return Fraction()
    scored = _share(bid, lot.price)
    if scored is not None:
        return scored
    if bid.total is None:
        return None
    points = sum((Fraction(one.weight or 0) * (_share(bid, one) or 0) for one in lot.quality), Fraction())
    return (Fraction(bid.total) - points) / Fraction(lot.price.weight or 1)
