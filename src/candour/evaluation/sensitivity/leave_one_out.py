"""Who would have come first if one of the bids had not been made."""

import msgspec

from candour.evaluation.sensitivity.contest import Contest


class LeftOut(msgspec.Struct, frozen=True, kw_only=True):
    """Without `bid`, `first` comes first. `reversed` says that a bid which was not first decided who was."""

    bid: str
    first: tuple[str, ...]
    reversed: bool


def leave_one_out(contest: Contest) -> tuple[LeftOut, ...]:
    """Each bid left out in turn; nothing where there is only one."""
    if len(contest.offers) < 2:
        return ()
    now = contest.first()
    found = []
    for out in contest.offers:
        first = contest.first(offers=[offer for offer in contest.offers if offer is not out])
        found.append(LeftOut(bid=out.bid, first=first, reversed=out.bid not in now and first != now))
    return tuple(found)
