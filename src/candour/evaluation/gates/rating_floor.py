"""Are the bidder's services rated well enough?"""

from datetime import date
from typing import ClassVar, Literal

from candour.evaluation.bid import Bid, LocationRating
from candour.evaluation.gates.gate import Gate, GateResult
from candour.evaluation.rating_age import StaleRule, counts


class RatingFloorGate(Gate, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="rating floor"):
    """Every location, or most of those that are rated, has one of the grades that `accepted` lists by register.

    A location without a rating, or with one older than `stale_after_months` where `stale` is "as missing", is not
    held against the bidder. Where no location has a rating that counts, `missing` is the rule: the bid passes, or
    waits until somebody has decided on other evidence.
    """

    name: ClassVar[str] = "rating floor"
    accepted: dict[str, tuple[str, ...]]
    of: Literal["every location", "most locations"]
    missing: Literal["passes", "evidence"]
    stale_after_months: int
    stale: StaleRule

    def __post_init__(self) -> None:
        if not self.accepted or not all(self.accepted.values()) or self.stale_after_months < 1:
            raise ValueError(
                "rating floor: expected accepted grades by register, and stale_after_months of 1 or more"
            )

    @property
    def in_words(self) -> str:
        """The condition, as a bidder reads it."""
        grades = "; ".join(f"{register}: {', '.join(its)}" for register, its in self.accepted.items())
        missing = "does not count against the bidder" if self.missing == "passes" else "needs other evidence"
        return f"{self.of.capitalize()} that is rated has an accepted grade ({grades}); having no rating {missing}"

    def look(self, bid: Bid, opened: date) -> GateResult:
        """Passed, failed, or open where evidence has to stand in for a rating."""
        rated = [one for one in bid.ratings if self._counts(one, opened)]
        if not rated:
            return self._without_rating(bid)
        good = [one for one in rated if one.grade in self.accepted[one.register]]
        enough = len(good) == len(rated) if self.of == "every location" else 2 * len(good) > len(rated)
        found = f"{len(good)} of {len(rated)} rated locations have an accepted grade"
        left_out = len(bid.ratings) - len(rated)
        if left_out:
            found += f"; {left_out} without a rating that counts are left out"
        return self._result("passed" if enough else "failed", f"{found}; wanted: {self.of}")

    def _counts(self, one: LocationRating, opened: date) -> bool:
        return one.register in self.accepted and counts(one, opened, self.stale_after_months, self.stale)

    def _without_rating(self, bid: Bid) -> GateResult:
        if self.missing == "passes":
            return self._result("passed", "no rating that counts; by the published rule that is not held against it")
        if bid.rating_evidence_accepted:
            because = f"no rating that counts; other evidence was accepted: {bid.rating_evidence_accepted}"
            return self._result("passed", because)
        return self._result("open", "no rating that counts; look at other evidence, and decide with reasons")
