"""Small designs, bids and panels for tests. All of them are fictional."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from candour.evaluation.bid import Bid
from candour.evaluation.criterion import Criterion
from candour.evaluation.design import Design
from candour.evaluation.member import Member
from candour.evaluation.methods import AnyMethod
from candour.evaluation.methods.benchmark import Benchmark
from candour.evaluation.methods.offer import Offer, Terms
from candour.evaluation.panel import OwnScore, Panel
from candour.evaluation.scale import Level, Scale

OPENED = date(2026, 10, 1)
HUNDRED = Scale(tuple(Level(Decimal(score), f"level {score}", "fictional meaning") for score in range(101)))


def terms(price_weight: str, benchmark: str | None = None) -> Terms:
    """One criterion, called quality, with the points that the price leaves."""
    price = Fraction(price_weight)
    return Terms(
        weights={"quality": 100 - price}, price_weight=price, benchmark=Decimal(benchmark) if benchmark else None
    )


def offers(*of: tuple[str, str]) -> list[Offer]:
    """Bids A, B, C… by price and quality (0-1)."""
    return [
        Offer(bid="ABCDEFGH"[place], price=Fraction(price), fulfilment={"quality": Fraction(quality)})
        for place, (price, quality) in enumerate(of)
    ]


def design(
    weights: Mapping[str, int] | None = None,
    *,
    price_weight: int = 40,
    benchmark: str | None = "24.00",
    method: AnyMethod | None = None,
    **others: object,
) -> Design:
    """A design whose criteria are scored by a panel from 0 to 100."""
    weights = {"quality": 100 - price_weight} if weights is None else weights
    criteria = tuple(
        Criterion(id=name, title=name, question="How?", weight=Decimal(weight), scale=HUNDRED)
        for name, weight in weights.items()
    )
    return Design(
        id="design",
        title="Fictional home care",
        currency="GBP",
        unit="hour of contact",
        criteria=criteria,
        price_weight=Decimal(price_weight),
        benchmark=Decimal(benchmark) if benchmark else None,
        method=method or Benchmark(),
        **others,  # type: ignore[arg-type]
    )


def bid(name: str, price: str, **others: object) -> Bid:
    """A bid of a supplier of the same name."""
    return Bid(
        id=name,
        supplier=f"Fictional {name}",
        supplier_id=f"XX-{name}",
        price=Decimal(price),
        currency="GBP",
        **others,  # type: ignore[arg-type]
    )


def panel(scores: Mapping[str, Mapping[str, int]], **others: object) -> Panel:
    """One member, who gives these scores by bid and criterion."""
    own = tuple(
        OwnScore(member="seat 1", bid=name, criterion=criterion, score=Decimal(score))
        for name, its in scores.items()
        for criterion, score in its.items()
    )
    members = (Member(id="seat 1", role="careWorker", experience=("careWork",)),)
    return Panel(members=members, rule="mean", own=own, **others)  # type: ignore[arg-type]
