"""Who of the ranked bids wins: places, lists, ties, and what is still open."""

from collections.abc import Sequence
from typing import Literal

import msgspec

Verdict = Literal["wins", "does not win", "set aside", "tied", "open"]
"""Tied: no declared tie-break tells it apart. Open: it depends on what people must still decide."""


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A ranked bid: whether something about it is open, and why it cannot win whatever its rank (empty: it can)."""

    bid: str
    rank: int
    open: bool = False
    barred: str = ""


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What becomes of a candidate, and why."""

    verdict: Verdict
    because: str


def verdicts(candidates: Sequence[Candidate], places: int | None, *, others_matter: bool) -> dict[str, Outcome]:
    """By bid, who wins one of so many places (None: every one) among candidates in the order of their ranks.

    A bid is said to win only if it does whatever is decided about those that are open, and not to win only if it does
    not whatever is decided. Where other bids matter to the figures, anything open leaves everybody open.
    """
    able = [one for one in candidates if not one.barred]
    found = {one.bid: Outcome(verdict="does not win", because=one.barred) for one in candidates if one.barred}
    something_open = any(one.open for one in able)
    for one in able:
        if others_matter and something_open:
            found[one.bid] = Outcome(
                verdict="open", because="its points depend on bids about which something is open"
            )
        else:
            found[one.bid] = _of(one, able, len(able) if places is None else places)
    return found


def _of(one: Candidate, able: Sequence[Candidate], places: int) -> Outcome:
    """The outcome of a candidate; those that share a rank stand on the same places."""
    equals = [place for place, other in enumerate(able, 1) if other.rank == one.rank]
    open_before = sum(other.open for other in able[: equals[0] - 1])
    if equals[0] - open_before > places:
        return Outcome(verdict="does not win", because=f"rank {one.rank}, and there are places for {places}")
    if one.open:
        return Outcome(verdict="open", because="it would win; something about it must be decided first")
    if equals[0] > places:
        return Outcome(verdict="open", because="it wins if a bid before it is set aside")
    if equals[-1] > places:
        because = f"{len(equals)} bids share rank {one.rank}, and nothing declared breaks the tie"
        return Outcome(verdict="tied", because=because)
    return Outcome(verdict="wins", because=f"rank {one.rank}")
