"""From values to pixels, with ticks at round numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log10

from candour.site.charts.unit import Unit


@dataclass(frozen=True, slots=True)
class Scale:
    """`low` stands at the pixel `start`, `high` at `end`; upwards, `start` is the larger."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The pixel of a value; of one beyond the scale, its end."""
        share = (value - self.low) / (self.high - self.low)
        return self.start + min(1.0, max(0.0, share)) * (self.end - self.start)

    def ticks(self, most: int) -> tuple[float, ...]:
        """Round values along the scale, at most so many."""
        step = _step(self.low, self.high, most)
        first, last = ceil(self.low / step - 1e-9), floor(self.high / step + 1e-9)
        return tuple(number * step for number in range(first, last + 1))


def over(values: Iterable[float], unit: Unit, *, start: float, end: float, zero: bool = False) -> Scale:
    """A scale that has room for all values, from 0 where `zero`, and ends at round numbers."""
    found = [*values, *([0.0] if zero else [])]
    low, high = (min(found), max(found)) if found else (0.0, 1 / unit.times)
    least = 10.0 ** -(unit.decimals + 1) / unit.times
    if high - low < max(abs(high) * 1e-6, abs(low) * 1e-6, least):
        room = max(abs(high) / 10, 10 * least)
        low, high = (low, high + room) if zero and low == 0 else (low - room, high + room)
    step = _step(low, high, 5)
    low, high = floor(low / step + 1e-9) * step, ceil(high / step - 1e-9) * step
    if unit.lowest is not None and (not found or min(found) >= unit.lowest):
        low = max(low, unit.lowest)
    if unit.highest is not None and (not found or max(found) <= unit.highest):
        high = min(high, unit.highest)
    return Scale(low, high, start, end)


def decimals(ticks: tuple[float, ...], unit: Unit) -> int:
    """How many decimals it takes to tell these ticks apart."""
    if len(ticks) < 2:
        return unit.decimals
    return max(0, -floor(log10(abs(ticks[1] - ticks[0]) * unit.times) + 1e-9))


def _step(low: float, high: float, most: int) -> float:
    rough = (high - low) / max(1, most - 1)
    power = 10.0 ** floor(log10(rough))
    return next(times * power for times in (1, 2, 5, 10) if times * power >= rough * (1 - 1e-9))
