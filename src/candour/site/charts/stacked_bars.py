"""A whole and its parts: where each pound goes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from candour.site.charts.drawing import Drawing
from candour.site.charts.key import Entry, box
from candour.site.charts.look import GAP, INK, Width
from candour.site.charts.patterns import PATTERNS
from candour.site.charts.picture import Box, Picture, Words
from candour.site.charts.scale import Scale
from candour.site.charts.sheet import Sheet
from candour.site.charts.unit import Number, Unit, drawable
from candour.site.charts.words import measure, wrap

MOST = 12
"""More wholes cannot be put beside each other: the picture says how many it leaves to the table."""

_HIGH = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a whole; one without a value is named with `absent`: why, and has no place in the bar."""

    name: str
    value: Number | None
    absent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """The parts of one whole, in the order of all of them. `said` is the whole in words, such as "£21.40"."""

    name: str
    parts: tuple[Part, ...]
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StackedBars(Drawing):
    """Parts have numbers, which stand under the bars and in the key, there with the value of a single whole's.

    All bars have one scale unless `shares`: then all are as long. Parts below zero are named, not drawn.
    """

    wholes: tuple[Whole, ...]
    unit: Unit
    shares: bool = False

    def lay(self, width: Width) -> Picture:
        """A bar for each whole, and what its parts are."""
        sheet = Sheet(width)
        shown = self.wholes[:MOST]
        names = _names(shown)
        longest = max((_total(whole) for whole in shown), default=0)
        for whole in shown:
            self._bar(sheet, whole, names, longest)
        sheet.y += GAP
        self._key(sheet, shown, names)
        for said in self._undrawn(shown):
            sheet.note(said)
        sheet.left_out(len(self.wholes) - MOST)
        return sheet.picture()

    def _bar(self, sheet: Sheet, whole: Whole, names: Sequence[str], longest: float) -> None:
        title = f"{whole.name}: {whole.said}" if whole.said else whole.name
        lines = wrap(title, sheet.room, sheet.width, lines=3, bold=True)
        for line in lines:
            sheet.lines((line,), sheet.left, sheet.y + sheet.leading / 2, bold=True)
            sheet.y += sheet.leading
        total = _total(whole)
        if not total:
            return
        scale = Scale(0, total if self.shares else longest, sheet.left, sheet.right)
        top = sheet.y + 3
        start, numbered = 0.0, sheet.left
        for part, value in _drawn(whole):
            number = names.index(part.name)
            left, right = scale.at(start), scale.at(start + value)
            fill = PATTERNS[number % len(PATTERNS)].fill
            sheet.put(Box(left=left, top=top, right=right, bottom=top + _HIGH, fill=fill))
            text, middle = str(number + 1), (left + right) / 2
            half = measure(text, sheet.width) / 2
            if middle - half >= numbered and middle + half <= sheet.right:
                sheet.put(
                    Words(x=middle, y=top + _HIGH + sheet.leading / 2 + 2, text=text, align="center", colour=INK)
                )
                numbered = middle + half + 3
            start += value
        sheet.y = top + _HIGH + sheet.leading + GAP

    def _key(self, sheet: Sheet, shown: Sequence[Whole], names: Sequence[str]) -> None:
        values = {part.name: value for part, value in _drawn(shown[0])} if len(shown) == 1 else {}
        entries = []
        for number, name in enumerate(names):
            if any(part.name == name for whole in shown for part, _value in _drawn(whole)):
                said = f": {self.unit.write(values[name])}" if name in values else ""
                entries.append(Entry(f"{number + 1} {name}{said}", box(PATTERNS[number % len(PATTERNS)].fill)))
        sheet.key(entries)

    def _undrawn(self, shown: Sequence[Whole]) -> Iterator[str]:
        for whole in shown:
            for part in whole.parts:
                value = drawable(part.value)
                of = f"{whole.name}, {part.name}" if len(shown) > 1 else part.name
                if value is None:
                    yield f"{of}: {part.absent or _('not reported')}"
                elif value < 0:
                    yield f"{of}: {self.unit.write(value)}"


def _names(wholes: Sequence[Whole]) -> list[str]:
    """Of all parts, in the order in which they come first."""
    return list(dict.fromkeys(part.name for whole in wholes for part in whole.parts))


def _drawn(whole: Whole) -> Iterator[tuple[Part, float]]:
    for part in whole.parts:
        value = drawable(part.value)
        if value is not None and value > 0:
            yield part, value


def _total(whole: Whole) -> float:
    return sum(value for _part, value in _drawn(whole))
