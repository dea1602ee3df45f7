"""A number over time: what is the usual up and down, and what is a change (an XmR or individuals chart)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean
from typing import Literal

from candour.statistics.inputs import at_least, finite

LIMIT = 2.660
"""Three standard deviations in mean moving ranges: 3/1.128."""

RANGE_LIMIT = 3.267
FEWEST_POINTS = 5
"""Fewer say nothing about a trend."""

RUN, CLIMB = 8, 6
NEAR = 2 / 3
"""The outer third between the mean and a limit is near the limit: beyond two standard deviations."""

Rule = Literal[
    "outside a limit",
    "8 in a row above the mean",
    "8 in a row below the mean",
    "6 rising",
    "6 falling",
    "2 of 3 near the upper limit",
    "2 of 3 near the lower limit",
]


@dataclass(frozen=True, slots=True)
class Signal:
    """A rule that some points broke; `first` and `last` are their positions, from 0."""

    rule: Rule
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class XmR:
    """The chart of some values in the order of time.

    Nearly all values of a process that does not change lie between `low` and `high`, which are not clipped to what
    is possible, and nearly all `moving_ranges` (from each value to the next) below `range_limit`. `signals` is empty
    where nothing but the usual up and down is seen, and always where `enough` is False.
    """

    values: tuple[float, ...]
    mean: float
    moving_ranges: tuple[float, ...]
    mean_moving_range: float
    low: float
    high: float
    range_limit: float
    signals: tuple[Signal, ...]

    @property
    def enough(self) -> bool:
        """Whether there are points enough to speak of a trend or of none."""
        return len(self.values) >= FEWEST_POINTS


def xmr(values: Sequence[float]) -> XmR:
    """Limits and signals: mean ± 2.660 mean moving ranges, and 3.267 of these for a moving range.

    D. J. Wheeler & D. S. Chambers, Understanding Statistical Process Control (2nd edition, 1992). A signal is a value
    outside a limit; 8 in a row on one side of the mean (on the mean is on neither); 6 strictly rising or falling; 2
    of 3 in a row in the outer third towards the same limit, or beyond it.
    Raises NotComputableError for fewer than two values or one that is not finite.
    """
    found = finite("values", values)
    at_least(2, "values", found)
    centre = mean(found)
    ranges = tuple(abs(later - earlier) for earlier, later in pairwise(found))
    typical = mean(ranges)
    reach = LIMIT * typical
    signals = tuple(_signals(found, centre, reach)) if len(found) >= FEWEST_POINTS else ()
    return XmR(found, centre, ranges, typical, centre - reach, centre + reach, RANGE_LIMIT * typical, signals)


def _signals(values: tuple[float, ...], centre: float, reach: float) -> Iterator[Signal]:
    for position, value in enumerate(values):
        if value < centre - reach or value > centre + reach:
            yield Signal("outside a limit", position, position)
    yield from _runs("8 in a row above the mean", RUN, [value > centre for value in values], 0)
    yield from _runs("8 in a row below the mean", RUN, [value < centre for value in values], 0)
    yield from _runs("6 rising", CLIMB - 1, [later > earlier for earlier, later in pairwise(values)], 1)
    yield from _runs("6 falling", CLIMB - 1, [later < earlier for earlier, later in pairwise(values)], 1)
    yield from _two_of_three("2 of 3 near the upper limit", [value > centre + NEAR * reach for value in values])
    yield from _two_of_three("2 of 3 near the lower limit", [value < centre - NEAR * reach for value in values])


def _runs(rule: Rule, least: int, holds: list[bool], further: int) -> Iterator[Signal]:
    """Each longest stretch of at least so many; a stretch of steps ends one point `further` than the last step."""
    start = 0
    for position, holding in enumerate([*holds, False]):
        if holding:
            continue
        if position - start >= least:
            yield Signal(rule, start, position - 1 + further)
        start = position + 1


def _two_of_three(rule: Rule, near: list[bool]) -> Iterator[Signal]:
    """Each pair of points near the limit with at most one other between them."""
    places = [position for position, is_near in enumerate(near) if is_near]
    for first, second in pairwise(places):
        if second - first <= 2:
            yield Signal(rule, first, second)
