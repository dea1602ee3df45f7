"""Can the law be kept at this price?"""

from datetime import date
from decimal import Decimal
from typing import ClassVar

from candour.evaluation.bid import Bid
from candour.evaluation.gates.gate import Gate, GateResult, Outcome


class LawfulCostGate(Gate, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="lawful cost"):
    """A price below `red_line` (see `candour.costing.fee_check`) looks abnormally low and must be explained.

    Nobody is dropped for it in silence: the bidder is told, may explain, and only a decision with reasons may set
    the bid aside (`candour.costing.fee_check.STEPS`).
    """

    name: ClassVar[str] = "lawful cost"
    depends_on_price: ClassVar[bool] = True
    red_line: Decimal

    def __post_init__(self) -> None:
        if not self.red_line.is_finite() or self.red_line <= 0:
            raise ValueError(f"lawful cost: found a red line of {self.red_line}, expected more than 0")

    @property
    def in_words(self) -> str:
        """The condition, as a bidder reads it."""
        return f"Asks at least {self.red_line}, the lowest lawful cost, or explains how the law can be kept for less"

    def look(self, bid: Bid, opened: date) -> GateResult:
        """Open until it is decided; failed only where the price was looked into and disregarded."""
        price = bid.opened_price
        if price >= self.red_line:
            return self._result("passed", f"{price} is at or above the red line of {self.red_line}")
        low = f"{price} is {self.red_line - price} below the red line of {self.red_line}"
        answer = bid.price_explanation
        if answer is None:
            return self._result("open", f"{low}: tell the bidder, and ask how the law can be kept at that price")
        if answer.decision is None:
            waiting = (
                "decide on the answer" if answer.explained else "wait for the answer, or for its time to run out"
            )
            return self._result("open", f"{low}: told on {answer.notified}; {waiting}")
        outcome: Outcome = "passed" if answer.decision == "accepted" else "failed"
        return self._result(outcome, f"{low}: told on {answer.notified}, {answer.decision}: {answer.reasons}")
