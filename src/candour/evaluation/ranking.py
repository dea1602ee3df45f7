"""Who stands before whom: by the method's figure, then by the tie-breaks that were declared."""

import hashlib
from collections.abc import Sequence
from fractions import Fraction

import msgspec

from candour.evaluation.design import Design, TieBreak


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """What of a bid decides its rank. `figure` is None where the method gives none, which ranks last."""

    bid: str
    figure: Fraction | None
    quality: Fraction
    price: Fraction
    lived_experience: Fraction | None


class Ranked(msgspec.Struct, frozen=True, kw_only=True):
    """A bid's rank, from 1; those that nothing declared tells apart share one. `broken_by` says what broke a tie."""

    bid: str
    rank: int
    broken_by: str


def ranked(design: Design, standings: Sequence[Standing], *, lowest_wins: bool | None = None) -> list[Ranked]:
    """All bids of a lot, the best first; `lowest_wins` where figures are by another method than the design's."""
    lowest = design.method.lowest_wins if lowest_wins is None else lowest_wins
    keys = {one.bid: _key(design, one, lowest) for one in standings}
    ordered = sorted(standings, key=lambda one: keys[one.bid])
    found: list[Ranked] = []
    for place, one in enumerate(ordered, 1):
        same = place > 1 and keys[one.bid] == keys[ordered[place - 2].bid]
        neighbours = [other for other in ordered if other is not one and other.figure == one.figure]
        found.append(
            Ranked(
                bid=one.bid,
                rank=found[-1].rank if same else place,
                broken_by=_broken_by(design, one, neighbours),
            )
        )
    return found


def _key(design: Design, one: Standing, lowest_wins: bool) -> tuple[object, ...]:
    if one.figure is None:
        first: tuple[int, Fraction] = (1, Fraction())
    else:
        first = (0, one.figure if lowest_wins else -one.figure)
    return (first, *(_broken(design, tie_break, one) for tie_break in design.tie_breaks))


def _broken(design: Design, tie_break: TieBreak, one: Standing) -> object:
    """What to sort by, the smallest first."""
    match tie_break:
        case "higher quality":
            return -one.quality
        case "lower price":
            return one.price
        case "higher lived-experience score":
            return -(one.lived_experience or Fraction())
        case "drawn by lot":
            return drawn(design.draw_seed, one.bid)


def drawn(seed: str, bid: str) -> str:
    """The ticket of a bid in a draw by lot: SHA-256 of the seed and the bid's id. The smallest ticket wins."""
    return hashlib.sha256(f"{seed}\n{bid}".encode()).hexdigest()


def _broken_by(design: Design, one: Standing, neighbours: Sequence[Standing]) -> str:
    """The first tie-break that tells a bid from all that have the same figure; empty where nobody has."""
    left = list(neighbours)
    if not left:
        return ""
    for tie_break in design.tie_breaks:
        own = _broken(design, tie_break, one)
        left = [other for other in left if _broken(design, tie_break, other) == own]
        if not left:
            return tie_break
    return "nothing"
