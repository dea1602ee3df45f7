"""At which weight of the price, or of a criterion, somebody else would come first. Exact."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

import msgspec

from candour.evaluation.methods.method import PriceScored
from candour.evaluation.sensitivity.contest import Contest

PRICE = "price"
_ALL = Fraction(100)


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """From one weight to another, in points of 100, `first` has the most points; several where they are level."""

    start: Fraction
    end: Fraction
    first: tuple[str, ...]


class Tipping(msgspec.Struct, frozen=True, kw_only=True):
    """Who comes first at every weight of `what` (a criterion's id, or the price), which now has the weight `now`.

    All other weights keep their proportions to each other.
    """

    what: str
    now: Fraction
    stretches: tuple[Stretch, ...]

    @property
    def margin(self) -> Fraction | None:
        """By how many points the weight can change before another comes first alone; None where nobody would."""
        here = [one for one in self.stretches if one.start <= self.now <= one.end]
        away = [one for one in self.stretches if one not in here]
        distances = [min(abs(one.start - self.now), abs(one.end - self.now)) for one in away]
        return min(distances) if distances else None


def tipping(contest: Contest) -> tuple[Tipping, ...]:
    """For the price and each criterion; nothing where the method does not score the price apart from quality."""
    method, terms = contest.design.method, contest.design.terms
    if not isinstance(method, PriceScored) or not contest.offers:
        return ()
    prices = method.price_scores(terms, contest.offers)
    weights = {PRICE: terms.price_weight, **terms.weights}
    filled = {
        offer.bid: {PRICE: score, **offer.fulfilment} for offer, score in zip(contest.offers, prices, strict=True)
    }
    return tuple(
        Tipping(what=what, now=weight, stretches=_stretches(what, weights, filled))
        for what, weight in weights.items()
        if weight < _ALL
    )


def _stretches(
    what: str, weights: Mapping[str, Fraction], filled: Mapping[str, Mapping[str, Fraction]]
) -> tuple[Stretch, ...]:
    """A bid's points are a straight line in the weight w: w × its own share + (100 − w) × its share of the rest."""
    rest = {name: weight / (_ALL - weights[what]) for name, weight in weights.items() if name != what}
    lines = {
        bid: (its[what], sum((share * its[name] for name, share in rest.items()), Fraction()))
        for bid, its in filled.items()
    }
    crossings = (_crossing(one, other) for one, other in combinations(lines.values(), 2))
    cuts = sorted({Fraction(0), _ALL, *(_ALL * crossing for crossing in crossings if crossing is not None)})
    stretches = [
        Stretch(start=start, end=end, first=_first(lines, (start + end) / 200)) for start, end in pairwise(cuts)
    ]
    return _joined(stretches)


def _crossing(one: tuple[Fraction, Fraction], other: tuple[Fraction, Fraction]) -> Fraction | None:
    """The share of the weight at which two lines cross, strictly between 0 and 1."""
    own, rest = one[0] - other[0], one[1] - other[1]
    if own == rest:
        return None
    crossing = rest / (rest - own)
    return crossing if 0 < crossing < 1 else None


def _first(lines: Mapping[str, tuple[Fraction, Fraction]], share: Fraction) -> tuple[str, ...]:
    points = {bid: share * own + (1 - share) * rest for bid, (own, rest) in lines.items()}
    most = max(points.values())
    return tuple(bid for bid, its in points.items() if its == most)


def _joined(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    joined: list[Stretch] = []
    for one in stretches:
        if joined and joined[-1].first == one.first:
            joined[-1] = Stretch(start=joined[-1].start, end=one.end, first=one.first)
        else:
            joined.append(one)
    return tuple(joined)
