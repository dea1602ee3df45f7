"""What the marks of a picture mean: a sample of each beside its words, in as many lines as it takes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from candour.site.charts.look import GAP, TEXT, Width
from candour.site.charts.picture import Box, Line, Mark, Symbol, Words
from candour.site.charts.words import LEADING, measure, wrap

_SAMPLE = 22
"""How wide a sample is."""

Sample = Callable[[float, float], tuple[Mark, ...]]
"""Draws itself from its left edge and its middle."""


@dataclass(frozen=True, slots=True)
class Entry:
    """`words` say what `sample` means."""

    words: str
    sample: Sample


def symbol(look: Symbol) -> Sample:
    """A symbol as it looks."""
    return lambda left, middle: (replace(look, x=left + _SAMPLE / 2, y=middle),)


def line(look: Line) -> Sample:
    """A line as it looks."""
    return lambda left, middle: (replace(look, points=((left, middle), (left + _SAMPLE, middle))),)


def box(fill: str) -> Sample:
    """A fill as it looks."""
    return lambda left, middle: (Box(left=left, top=middle - 7, right=left + _SAMPLE, bottom=middle + 7, fill=fill),)


def together(*samples: Sample) -> Sample:
    """One upon the other."""
    return lambda left, middle: tuple(mark for sample in samples for mark in sample(left, middle))


def key(entries: Sequence[Entry], width: Width, left: float, top: float, room: float) -> tuple[list[Mark], float]:
    """The marks of a key, and how high it is."""
    marks: list[Mark] = []
    leading = TEXT[width] * LEADING + 4
    x, y = left, top
    for entry, lines in _worded(entries, width, room):
        needed = _SAMPLE + GAP + max(measure(words, width) for words in lines)
        if x > left and x + needed > left + room:
            x, y = left, y + leading
        marks += entry.sample(x, y + leading / 2)
        for number, words in enumerate(lines):
            marks.append(Words(x=x + _SAMPLE + GAP, y=y + leading / 2 + number * TEXT[width] * LEADING, text=words))
        x += needed + 2 * GAP
        if len(lines) > 1:
            x, y = left, y + leading + (len(lines) - 2) * TEXT[width] * LEADING + leading - 4
    return marks, (y + leading if x > left else y) - top


def _worded(entries: Sequence[Entry], width: Width, room: float) -> Iterator[tuple[Entry, tuple[str, ...]]]:
    for entry in entries:
        yield entry, wrap(entry.words, room - _SAMPLE - GAP, width, lines=3)
