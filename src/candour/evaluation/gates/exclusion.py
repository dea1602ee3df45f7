"""Is there a ground on which the bidder is excluded?"""

from datetime import date
from typing import ClassVar

from candour.evaluation.bid import Bid
from candour.evaluation.gates.gate import Gate, GateResult


class ExclusionGate(Gate, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="exclusion"):
    """Holds the decisions on grounds of exclusion that the bid brings with it; it decides none itself."""

    name: ClassVar[str] = "exclusion"

    @property
    def in_words(self) -> str:
        """The condition, as a bidder reads it."""
        return "Is not excluded on a ground that was looked at and decided"

    def look(self, bid: Bid, opened: date) -> GateResult:
        """Failed where it was decided to exclude the bidder."""
        for one in bid.exclusion_grounds:
            if one.decision == "excluded":
                return self._result("failed", f"excluded for {one.ground}: {one.reasons}")
        if bid.exclusion_grounds:
            grounds = ", ".join(one.ground for one in bid.exclusion_grounds)
            return self._result("passed", f"looked at and not excluded: {grounds}")
        return self._result("passed", "no ground of exclusion was found")
