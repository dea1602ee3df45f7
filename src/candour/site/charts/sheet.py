"""The paper that a form is laid out on: a key above, the marks, and notes below."""

from collections.abc import Iterable, Sequence
from math import ceil

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candour.site.charts.key import Entry, key
from candour.site.charts.look import GAP, GRID, PIXELS, QUIET, TEXT, Width
from candour.site.charts.picture import Line, Mark, Picture, Size, Words
from candour.site.charts.scale import Scale, decimals
from candour.site.charts.unit import Unit
from candour.site.charts.words import LEADING, height, measure, wrap

EDGE = 4
"""Nothing is drawn nearer to the edge of the paper."""


class Sheet:
    """Marks are put on it from the top down; `y` is how far down it is full."""

    def __init__(self, width: Width) -> None:
        self.width = width
        self.left = float(EDGE)
        self.right = float(PIXELS[width] - EDGE)
        self.y = float(EDGE)
        self.leading = TEXT[width] * LEADING
        self._under: list[Mark] = []
        self._marks: list[Mark] = []

    @property
    def room(self) -> float:
        """From the left to the right edge."""
        return self.right - self.left

    def put(self, *marks: Mark) -> None:
        """Marks that know their places."""
        self._marks += marks

    def under(self, *marks: Mark) -> None:
        """Marks that lie under all others."""
        self._under += marks

    def key(self, entries: Sequence[Entry]) -> None:
        """What the marks mean, at this height."""
        if not entries:
            return
        marks, high = key(entries, self.width, self.left, self.y, self.room)
        self._marks += marks
        self.y += high + GAP

    def lines(self, lines: Iterable[str], x: float, middle: float, *, bold: bool = False) -> None:
        """Lines of text whose middle is at a height."""
        lines = tuple(lines)
        first = middle - (len(lines) - 1) * self.leading / 2
        self.put(
            *(Words(x=x, y=first + number * self.leading, text=text, bold=bold) for number, text in enumerate(lines))
        )

    def note(self, text: str) -> None:
        """A sentence below everything else."""
        lines = wrap(text, self.room, self.width, lines=6)
        high = height(len(lines), self.width)
        self.y += GAP
        self.lines(lines, self.left, self.y + high / 2)
        self.y += high

    def left_out(self, number: int) -> None:
        """How many the picture leaves to the table; nothing is said where there are none."""
        if number > 0:
            self.note(ngettext("%d more is in the table.", "%d more are in the table.", number) % number)

    def put_title(self, text: str) -> None:
        """What an upright axis measures, above it: words that stand on their side cannot be read."""
        lines = wrap(text, self.room, self.width)
        high = height(len(lines), self.width)
        self.lines(lines, self.left, self.y + high / 2)
        self.y += high

    def axis_below(self, scale: Scale, unit: Unit, title: str, spans: Sequence[tuple[float, float]]) -> None:
        """Values under the marks, what they measure, and lines up through the `spans` where marks are."""
        ticks, labels = self._told(scale, unit)
        for tick, label in zip(ticks, labels, strict=True):
            x = scale.at(tick)
            for top, bottom in (*spans, (self.y, self.y + 4)):
                self.under(Line(points=((x, top), (x, bottom)), colour=GRID, thickness=1))
            self.put(self.within(x, self.y + 4 + self.leading / 2, label))
        self.put(Line(points=((scale.start, self.y), (scale.end, self.y)), colour=QUIET, thickness=1))
        self.y += 4 + self.leading
        self.centred(title, scale)

    def _told(self, scale: Scale, unit: Unit) -> tuple[tuple[float, ...], tuple[str, ...]]:
        """As many round values as can stand beside each other, and how they are written."""
        for most in range(7 if self.width == "wide" else 5, 1, -1):
            ticks = scale.ticks(most)
            labels = tuple(unit.write(tick, decimals(ticks, unit)) for tick in ticks)
            needed = sum(measure(label, self.width) + 2 * GAP for label in labels)
            if len(ticks) <= most and needed <= scale.end - scale.start:
                return ticks, labels
        return (scale.low,), (unit.write(scale.low),)

    def centred(self, text: str, scale: Scale) -> None:
        """What an axis measures, under it."""
        if not text:
            return
        lines = wrap(text, self.room, self.width)
        wide = max(measure(line, self.width) for line in lines)
        middle = min(max((scale.start + scale.end) / 2, self.left + wide / 2), self.right - wide / 2)
        for line in lines:
            self.put(Words(x=middle, y=self.y + self.leading / 2, text=line, align="center"))
            self.y += self.leading

    def axis_left(self, scale: Scale, unit: Unit, most: int) -> None:
        """Ticks and their values at the left edge, lines across to the right."""
        ticks = scale.ticks(most)
        places = decimals(ticks, unit)
        left = self.left + self.room_for(scale, unit, most)
        for tick in ticks:
            y = scale.at(tick)
            self.under(Line(points=((left, y), (self.right, y)), colour=GRID, thickness=1))
            self.put(Words(x=left - 6, y=y, text=unit.write(tick, places), align="right"))

    def room_for(self, scale: Scale, unit: Unit, most: int) -> float:
        """How wide the values at the left are."""
        ticks = scale.ticks(most)
        places = decimals(ticks, unit)
        return 6 + max((measure(unit.write(tick, places), self.width) for tick in ticks), default=0)

    def within(self, x: float, y: float, text: str) -> Words:
        """Text about a place, but not over the edge."""
        half = measure(text, self.width) / 2
        if x + half > self.right:
            return Words(x=self.right, y=y, text=text, align="right")
        if x - half < self.left:
            return Words(x=self.left, y=y, text=text)
        return Words(x=x, y=y, text=text, align="center")

    def picture(self) -> Picture:
        """All of it; where there is nothing, it says so."""
        if not self._marks:
            self.note(_("Nothing of this was reported, so there is nothing to draw."))
        size = Size(PIXELS[self.width], ceil(self.y) + EDGE)
        return Picture(size, TEXT[self.width], (*self._under, *self._marks))
