"""Bids one by one with their scores, where a council shows them and there are few enough."""

from typing import Any

from candour.sample.draws import Draws
from candour.sample.procurement import Lot, Procurement
from candour.sample.social_care import said
from candour.sample.social_care.rates import offered
from candour.sample.world import PROVIDERS, Provider

MAXIMUM = 5
SHOWN_AT_MOST = 4
"""Bids for the first lot are shown where there are no more of them."""


def shown(facts: Procurement) -> bool:
    """Whether the bids for the first lot are published one by one."""
    lot = facts.lots[0]
    return (
        facts.service.care
        and facts.model.bids > 0
        and said.evaluation(facts.council)
        and len(lot.winners) < lot.bids <= SHOWN_AT_MOST
    )


def bids(facts: Procurement, draws: Draws, faults: frozenset[str] = frozenset()) -> list[dict[str, Any]]:
    """The bids for the first lot, the best first; the winners are the best."""
    lot = facts.lots[0]
    totals = sorted((round(2 + 3 * draws.share(), 1) for _ in range(lot.bids)), reverse=True)
    made = [
        _bid(facts, lot, bidder, rank, score, draws)
        for rank, (bidder, score) in enumerate(zip(bidders(facts), totals, strict=True), 1)
    ]
    if "score above its maximum" in faults:
        made[-1]["scores"][0]["score"] = MAXIMUM + 2
    return made


def bidders(facts: Procurement) -> list[Provider]:
    """Who bid for the first lot, its winners first."""
    lot = facts.lots[0]
    taken = {winner.number for winner in lot.winners}
    others = (PROVIDERS[(lot.winners[0].number + 17 * step) % len(PROVIDERS)] for step in range(1, 20))
    found = [other for other in others if other.number not in taken]
    return [*lot.winners, *found][: lot.bids]


def _bid(facts: Procurement, lot: Lot, bidder: Provider, rank: int, score: float, draws: Draws) -> dict[str, Any]:
    worth = lot.pounds if rank == 1 else round(lot.pounds * (0.93 + 0.14 * draws.share()))
    scores = [_score(name, "wholePanel", score, weight) for name, weight in _weights(facts) if weight]
    lived = round(min(MAXIMUM, max(0.0, score + draws.whole(-1, 1))), 1)
    total = sum(one["weighted"] for one in scores)
    scores.append(_score("quality", "livedExperience", lived))
    return {
        "id": f"{lot.id}-{rank}",
        "status": "valid",
        "tenderers": [{"id": f"GB-PPON-{bidder.platform_id}", "name": bidder.name}],
        "value": {"amount": worth, "currency": "GBP"},
        "relatedLots": [lot.id],
        **offered(facts, lot, bidder),
        "scores": scores,
        "totalScore": round(total, 2),
        "rank": rank,
    }


def _weights(facts: Procurement) -> tuple[tuple[str, int], ...]:
    return (
        ("quality", facts.quality_weight),
        ("price", facts.price_weight),
        ("social-value", facts.social_value_weight),
    )


def _score(criterion: str, group: str, score: float, percent: int = 0) -> dict[str, Any]:
    made = {
        "id": f"{criterion}-{group}",
        "criterion": criterion,
        "group": group,
        "score": score,
        "maximum": MAXIMUM,
    }
    if percent:
        made |= {"weight": percent / 100, "weighted": round(score / MAXIMUM * percent, 2)}
    return made
