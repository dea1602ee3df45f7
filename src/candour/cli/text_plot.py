"""A plot of values with their intervals in plain text, one line a value."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 40


@dataclass(frozen=True, slots=True)
class Dot:
    """One line: a value, between what it lies (where that is known), and its label."""

    label: str
    value: float
    low: float | None = None
    high: float | None = None


def dot_plot(dots: Sequence[Dot], middle: float | None, width: int = WIDTH) -> list[str]:
    """Lines such as `Ash House  ├───●──┤  ┊`, all on one scale, with `┊` where the middle is."""
    ends = [end for dot in dots for end in (dot.low, dot.value, dot.high) if end is not None]
    if middle is not None:
        ends.append(middle)
    first, last = min(ends, default=0.0), max(ends, default=0.0)
    return [_line(dot, middle, first, last, width) for dot in dots]


def _line(dot: Dot, middle: float | None, first: float, last: float, width: int) -> str:
    def place(value: float) -> int:
        return round((value - first) / (last - first) * (width - 1)) if last > first else width // 2

    cells = [" "] * width
    if dot.low is not None and dot.high is not None:
        low, high = place(dot.low), place(dot.high)
        cells[low : high + 1] = "─" * (high - low + 1)
        cells[low], cells[high] = "├", "┤"
    if middle is not None:
        cells[place(middle)] = "┊"
    cells[place(dot.value)] = "●"
    return "".join(cells)
