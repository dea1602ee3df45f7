"""What a person said of a link. It outweighs any score, either way."""

from collections.abc import Iterable
from datetime import date

import msgspec

from candour.care.link_end import End


class LinkDecision(msgspec.Struct, frozen=True):
    """Two ends are, or are not, the same: the same procurement, or the same organisation (or one that it runs).

    The order of the ends says nothing. `by` answers for it, with the reason and the day.
    """

    a: End
    b: End
    same: bool
    by: str
    reason: str
    when: date

    @property
    def pair(self) -> frozenset[End]:
        """The two ends, in no order."""
        return frozenset((self.a, self.b))

    @property
    def on_processes(self) -> bool:
        """Whether it is about procurements; otherwise it is about organisations."""
        return self.a.kind == "process"

    def told(self) -> str:
        """Who decided, when and why, in one line."""
        return f"{self.by}, {self.when}: {self.reason}"


def last_on_each(decisions: Iterable[LinkDecision]) -> dict[frozenset[End], LinkDecision]:
    """The decision that counts on every pair: of several, the last."""
    return {decision.pair: decision for decision in decisions}
