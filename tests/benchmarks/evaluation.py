"""Weightings of an evaluation: with NumPy, and beside it exactly, on the same 20 bids and 12 criteria."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

import measure
import numpy as np
from msgspec.structs import replace

from candour.evaluation.award import evaluate
from candour.evaluation.bid import Bid
from candour.evaluation.criterion import Criterion
from candour.evaluation.design import Design
from candour.evaluation.member import Member
from candour.evaluation.methods.benchmark import Benchmark
from candour.evaluation.panel import OwnScore, Panel
from candour.evaluation.scale import Level, Scale
from candour.evaluation.sensitivity.contest import Contest, contest
from candour.evaluation.sensitivity.draws import under_random_weights

WEIGHTINGS, EXACT_WEIGHTINGS, AWARDS = 100_000, 300, 20
BIDS, CRITERIA = 20, 12
OPENED = date(2026, 10, 1)
_SCALE = Scale(tuple(Level(Decimal(score), f"level {score}", "fictional meaning") for score in range(6)))


def run(*, runs: int = 3) -> dict[str, measure.Measurement]:
    """How many weightings a second say who would come first, and whole awards of the same bids."""
    return {
        "Candour, NumPy": measure.function("evaluation.py", "fast", WEIGHTINGS, runs=runs),
        "Candour, exact fractions": measure.function("evaluation.py", "exact", EXACT_WEIGHTINGS, runs=runs),
        "Candour, whole awards": measure.function("evaluation.py", "awards", AWARDS, runs=runs),
    }


def fast(weightings: int) -> Iterator[int]:
    """So many random weightings at once; the contest is made before."""
    made = _contest()
    yield 0
    under_random_weights(made, draws=weightings, seed=1)
    yield weightings


def exact(weightings: int) -> Iterator[int]:
    """So many random weightings, one by one, in exact fractions."""
    made = _contest()
    drawn = np.random.default_rng(1).dirichlet(np.ones(CRITERIA + 1), weightings)
    names = [criterion.id for criterion in made.design.criteria]
    yield 0
    for weights in drawn:
        points = {name: 100 * Fraction(weight) for name, weight in zip(names, weights[:-1], strict=True)}
        terms = replace(made.design.terms, weights=points, price_weight=100 - sum(points.values()))
        made.first(terms=terms)
    yield weightings


def awards(times: int) -> Iterator[int]:
    """So many whole awards: scores of the panel, points, ranks, winner."""
    design, bids, panel = _evaluation()
    yield 0
    for _ in range(times):
        evaluate(design, bids, panel, OPENED)
    yield times


def _contest() -> Contest:
    design, bids, panel = _evaluation()
    return contest(design, evaluate(design, bids, panel, OPENED).lots[0])


def _evaluation() -> tuple[Design, list[Bid], Panel]:
    """A fictional design with 5 points for each criterion and 40 for the price, and seeded scores and prices."""
    draws = np.random.default_rng(7)
    design = Design(
        id="design",
        title="Fictional home care",
        currency="GBP",
        unit="hour of contact",
        criteria=tuple(
            Criterion(id=f"c{place}", title=f"c{place}", question="How?", weight=Decimal(5), scale=_SCALE)
            for place in range(CRITERIA)
        ),
        price_weight=Decimal(40),
        benchmark=Decimal("24.00"),
        method=Benchmark(),
    )
    bids = [
        Bid(
            id=f"b{place}",
            supplier=f"Fictional {place}",
            supplier_id=f"XX-{place}",
            price=Decimal(int(draws.integers(2000, 3000))) / 100,
            currency="GBP",
        )
        for place in range(BIDS)
    ]
    own = tuple(
        OwnScore(member="seat 1", bid=bid.id, criterion=criterion.id, score=Decimal(int(draws.integers(0, 6))))
        for bid in bids
        for criterion in design.criteria
    )
    members = (Member(id="seat 1", role="careWorker", experience=("careWork",)),)
    return design, bids, Panel(members=members, rule="mean", own=own)
