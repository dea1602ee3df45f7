"""How often each bid would come first under random weights, and under scores that are a step off. Seeded; floats."""

from collections.abc import Mapping

import numpy as np

from candour.evaluation.criterion import ByPanel, Criterion
from candour.evaluation.methods.method import Floats
from candour.evaluation.sensitivity.contest import Contest

LEVEL = 1e-9
"""Figures that differ by less, in proportion, are level."""


def under_random_weights(contest: Contest, *, draws: int, seed: int) -> Mapping[str, float]:
    """The share of weightings under which each bid comes first; bids that are level share one.

    All weightings are equally likely (Dirichlet's distribution with all parameters 1), the price's among them where
    the method gives it points.
    """
    return _firsts(contest, _weighted(contest, draws, seed))


def spread(contest: Contest, *, draws: int, seed: int, middle: float = 0.95) -> Mapping[str, tuple[float, float]]:
    """Between which figures each bid lies under this share of such weightings, as much left out at either end."""
    figures = _weighted(contest, draws, seed)
    ends = np.quantile(figures, [(1 - middle) / 2, (1 + middle) / 2], axis=0)
    return {offer.bid: (float(ends[0, place]), float(ends[1, place])) for place, offer in enumerate(contest.offers)}


def _weighted(contest: Contest, draws: int, seed: int) -> Floats:
    method = contest.design.method
    criteria = len(contest.design.criteria)
    weights = np.random.default_rng(seed).dirichlet(np.ones(criteria + method.price_has_weight), draws)
    of_price = weights[:, -1:] if method.price_has_weight else np.zeros((draws, 1))
    of_criteria = weights[:, :criteria]
    shares = of_criteria / of_criteria.sum(axis=1, keepdims=True)
    return _figures(contest, shares @ _fulfilment(contest).T, of_price)


def under_other_scores(contest: Contest, *, draws: int, seed: int) -> Mapping[str, float]:
    """The share of draws in which each bid comes first when every panel score may be a step off.

    A step lower, the same and a step higher are equally likely, for each bid and criterion by itself. A step is the
    mean step of the criterion's scale, and no score leaves its scale.
    """
    design, terms = contest.design, contest.design.terms
    shares = design.method.shares(terms)
    weights = np.array([float(shares[criterion.id]) for criterion in design.criteria])
    steps = np.array([_step(criterion) for criterion in design.criteria])
    fulfilment = _fulfilment(contest)
    off = np.random.default_rng(seed).integers(-1, 2, (draws, *fulfilment.shape)) * steps
    quality: Floats = np.clip(fulfilment + off, 0, 1) @ weights
    return _firsts(contest, _figures(contest, quality, np.full((draws, 1), float(terms.price_weight) / 100)))


def _fulfilment(contest: Contest) -> Floats:
    ids = [criterion.id for criterion in contest.design.criteria]
    return np.array([[float(offer.fulfilment[name]) for name in ids] for offer in contest.offers])


def _step(criterion: Criterion) -> float:
    """The mean step of a scale, as a share of its highest score; none where it is facts that are scored."""
    if not isinstance(criterion.scored_by, ByPanel):
        return 0.0
    scores = [float(level.score) for level in criterion.scale.levels]
    return (scores[-1] - scores[0]) / (len(scores) - 1) / scores[-1]


def _figures(contest: Contest, quality: Floats, price_weight: Floats) -> Floats:
    """A row a draw, a column a bid."""
    prices = np.array([float(offer.price) for offer in contest.offers])
    return contest.design.method.many(quality, price_weight, prices, contest.design.terms)


def _firsts(contest: Contest, figures: Floats) -> Mapping[str, float]:
    lowest_wins = contest.design.method.lowest_wins
    best = figures.min(axis=1, keepdims=True) if lowest_wins else figures.max(axis=1, keepdims=True)
    with np.errstate(invalid="ignore"):
        level = (figures == best) | (np.abs(figures - best) <= LEVEL * np.maximum(1, np.abs(best)))
    counted = (level / level.sum(axis=1, keepdims=True)).mean(axis=0)
    return {offer.bid: float(share) for offer, share in zip(contest.offers, counted, strict=True)}
