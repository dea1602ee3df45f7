"""What a gate is: a question with yes or no that a bid must pass, whatever its points."""

from datetime import date
from typing import ClassVar, Literal

import msgspec

from candour.evaluation.bid import Bid

Outcome = Literal["passed", "failed", "open"]
"""Open: something must be decided by people before the award can be."""


class GateResult(msgspec.Struct, frozen=True, kw_only=True):
    """What a gate says of one bid, and why."""

    gate: str
    outcome: Outcome
    because: str


class Gate(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="gate"):
    """Looks at the facts of a bid on the day on which bids were opened."""

    depends_on_price: ClassVar[bool] = False
    name: ClassVar[str]

    @property
    def in_words(self) -> str:
        """The condition, as a bidder reads it."""
        raise NotImplementedError

    def look(self, bid: Bid, opened: date) -> GateResult:
        """Whether the bid passes."""
        raise NotImplementedError

    def _result(self, outcome: Outcome, because: str) -> GateResult:
        return GateResult(gate=self.name, outcome=outcome, because=because)
