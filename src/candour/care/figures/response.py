"""How many of those who were asked answered. Those who did not are people, too."""

from decimal import Decimal
from typing import Final

from msgspec.structs import replace

from candour.care.figures.asked import Asked, FiguresError
from candour.care.figures.shown import VALUE_HIDDEN, Shown
from candour.statistics.disclosure.counts import LARGEST_HIDDEN, is_small, rounded

ALL_BUT_A_FEW: Final = f"all but {LARGEST_HIDDEN} people or fewer answered, perhaps all; how many is not said"


def response_rate(asked: Asked, invited: int, themselves: int, by_proxy: int) -> Shown:
    """The share of those `invited` for whom there is an answer, their own or somebody's for them.

    How many were invited is taken to be known to everybody, so that whoever reads how many answered knows how many
    did not. Hidden where 7 people or fewer did not answer, or did, or were answered for.

    Raises FiguresError where more answered than were invited.
    """
    answered = themselves + by_proxy
    if invited < answered:
        raise FiguresError(f"invited: found {invited}, but {answered} people answered; expected at least so many")
    silent = invited - answered
    plain = Shown(
        metric=asked.id, version=asked.version, group={}, state="suppressed", because="", invited=rounded(invited)
    )
    if invited < asked.minimum_n:
        return replace(plain, because=f"it rests on fewer than {asked.minimum_n} people asked", invited=None)
    if is_small(themselves) or is_small(by_proxy) or answered <= LARGEST_HIDDEN:
        return replace(plain, because=VALUE_HIDDEN)
    if silent <= LARGEST_HIDDEN:
        return replace(plain, because=ALL_BUT_A_FEW)
    return replace(
        plain,
        state="value",
        value=round(Decimal(rounded(answered)) / rounded(invited), 4),
        numerator=rounded(answered),
        denominator=rounded(invited),
        respondents=rounded(answered),
    )
