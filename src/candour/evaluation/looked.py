"""A bid with what its gates and scores say, before it stands beside others."""

from datetime import date
from fractions import Fraction

import msgspec

from candour.evaluation.bid import Bid
from candour.evaluation.design import Design
from candour.evaluation.gates.gate import GateResult
from candour.evaluation.monitoring_cost import monitoring_cost
from candour.evaluation.panel import Panel
from candour.evaluation.quality import CriterionScore, quality


class Looked(msgspec.Struct, frozen=True, kw_only=True):
    """One bid alone. `counted_price` is its price with what monitoring will cost, where that is priced in."""

    bid: Bid
    gates: tuple[GateResult, ...]
    scores: tuple[CriterionScore, ...]
    counted_price: Fraction

    @property
    def set_aside(self) -> str:
        """Why it is set aside; empty where it is not."""
        failed = [f"{gate.gate}: {gate.because}" for gate in self.gates if gate.outcome == "failed"]
        low = [f"{score.criterion}: below its minimum score" for score in self.scores if not score.enough]
        return "; ".join([*failed, *low])

    @property
    def open(self) -> str:
        """What is still to be decided about it; empty where nothing is."""
        return "; ".join(f"{gate.gate}: {gate.because}" for gate in self.gates if gate.outcome == "open")

    @property
    def quality(self) -> Fraction:
        """Its points of quality."""
        return sum((score.points for score in self.scores), Fraction())

    @property
    def lived_experience(self) -> Fraction | None:
        """The points by the scores of people with lived experience alone; None where none of them scored."""
        given = [score.lived_experience for score in self.scores if score.lived_experience is not None]
        return sum(given, Fraction()) if given else None


def look(design: Design, bid: Bid, panel: Panel, opened: date) -> Looked:
    """What every gate and every criterion says of one bid.

    Raises:
        EvaluationError: its price is sealed, or a score is missing.
    """
    return Looked(
        bid=bid,
        gates=tuple(gate.look(bid, opened) for gate in design.gates),
        scores=quality(design, bid, panel, opened),
        counted_price=_counted_price(design, bid, opened),
    )


def _counted_price(design: Design, bid: Bid, opened: date) -> Fraction:
    price, rule = Fraction(bid.opened_price), design.monitoring_cost
    return price if rule is None else price + monitoring_cost(bid.ratings, rule, opened)
