"""Does the bid commit to the minimum standards?"""

from datetime import date
from typing import ClassVar

from candour.evaluation.bid import Bid
from candour.evaluation.gates.gate import Gate, GateResult


class StandardsGate(Gate, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="standards"):
    """Every one of `standards`, by id, must be among those that the bid commits to."""

    name: ClassVar[str] = "standards"
    standards: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.standards:
            raise ValueError("standards: expected the ids of one or more minimum standards")

    @property
    def in_words(self) -> str:
        """The condition, as a bidder reads it."""
        return f"Commits to the minimum standards {', '.join(self.standards)}"

    def look(self, bid: Bid, opened: date) -> GateResult:
        """Failed where one is missing; it is named."""
        missing = [standard for standard in self.standards if standard not in bid.standards]
        if missing:
            return self._result("failed", f"does not commit to {', '.join(missing)}")
        return self._result("passed", f"commits to all {len(self.standards)}")
