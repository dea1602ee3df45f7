"""Values side by side, each with how sure one can be of it: a line for everybody, a row for each."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from django.utils.translation import gettext as _

from candour.site.charts.drawing import Drawing
from candour.site.charts.key import Entry, line, symbol
from candour.site.charts.look import BRAND, GAP, INK, PAPER, QUIET, Width
from candour.site.charts.picture import Line, Picture, Symbol
from candour.site.charts.scale import Scale, over
from candour.site.charts.sheet import Sheet
from candour.site.charts.unit import Number, Unit, drawable
from candour.site.charts.words import height, measure, wrap

MOST = 40
"""More rows cannot be read: the picture says how many it leaves to the table."""

_LABEL = {"wide": 0.36, "narrow": 1.0}
_VALUE = 0.24
"""Of a wide picture's room, at most so much for names, and for values in words."""

_VALUE_DOT = Symbol(x=0, y=0, fill=INK, edge=PAPER, size=11)
_MARKED_DOT = Symbol(x=0, y=0, shape="diamond", fill=BRAND, edge=PAPER, size=14)
_INNER = Line(points=(), thickness=5, colour=QUIET)
_OUTER = Line(points=(), thickness=1.5, colour=QUIET)
_EVERYBODY = Line(points=(), thickness=2, dash=(6, 3))


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One row. `inner` and `outer` are ranges around the value, such as its 95% and 99.8% intervals, or quartiles.

    Without a value, `absent` stands in its place: why there is none. `marked` is the one that a page is about.
    """

    name: str
    value: Number | None
    inner: tuple[Number, Number] | None = None
    outer: tuple[Number, Number] | None = None
    absent: str = ""
    marked: bool = False

    def numbers(self) -> Iterator[float]:
        """What the axis has to have room for."""
        for number in (self.value, *(self.inner or ()), *(self.outer or ())):
            found = drawable(number)
            if found is not None and drawable(self.value) is not None:
                yield found


@dataclass(frozen=True, slots=True, kw_only=True)
class Dots(Drawing):
    """`measured` says what the axis shows; `inner` and `outer` what the ranges mean.

    `everybody` is the value of all together, and `everybody_is` its name.
    """

    rows: tuple[Dot, ...]
    unit: Unit
    measured: str = ""
    inner: str = ""
    outer: str = ""
    everybody: Number | None = None
    everybody_is: str = ""
    marked_is: str = ""

    def lay(self, width: Width) -> Picture:
        """The key, a row for each, the axis, and what is left out."""
        sheet = Sheet(width)
        sheet.key(tuple(self._entries()))
        scale = self._scale(sheet)
        row = self._row_below_its_name if width == "narrow" else self._row_beside_its_name
        spans = tuple(chain.from_iterable(row(sheet, one, scale) for one in self.rows[:MOST]))
        everybody = drawable(self.everybody)
        if everybody is not None:
            x = scale.at(everybody)
            sheet.put(*(replace(_EVERYBODY, points=((x, top), (x, bottom))) for top, bottom in spans))
        if spans:
            sheet.y += 4
            sheet.axis_below(scale, self.unit, self.measured, spans)
        sheet.left_out(len(self.rows) - MOST)
        return sheet.picture()

    def _entries(self) -> Iterator[Entry]:
        shown = self.rows[:MOST]
        if any(drawable(row.value) is not None for row in shown):
            yield Entry(_("the figure"), symbol(_VALUE_DOT))
        if self.marked_is and any(row.marked for row in shown):
            yield Entry(self.marked_is, symbol(_MARKED_DOT))
        if self.inner and any(row.inner for row in shown):
            yield Entry(self.inner, line(_INNER))
        if self.outer and any(row.outer for row in shown):
            yield Entry(self.outer, line(_OUTER))
        everybody = drawable(self.everybody)
        if everybody is not None:
            yield Entry(f"{self.everybody_is or _('everybody')}: {self.unit.write(everybody)}", line(_EVERYBODY))

    def _scale(self, sheet: Sheet) -> Scale:
        everybody = drawable(self.everybody)
        numbers = chain.from_iterable(row.numbers() for row in self.rows[:MOST])
        values = [*numbers, *([] if everybody is None else [everybody])]
        if sheet.width == "narrow":
            return over(values, self.unit, start=sheet.left + GAP, end=sheet.right - GAP)
        names = max((measure(row.name[:80], sheet.width, bold=row.marked) for row in self.rows[:MOST]), default=0)
        said = max(
            (
                measure(self._said(row), sheet.width, bold=row.marked)
                for row in self.rows[:MOST]
                if row.value is not None
            ),
            default=0,
        )
        start = sheet.left + min(names, _LABEL["wide"] * sheet.room) + 2 * GAP
        end = sheet.right - min(said, _VALUE * sheet.room) - 2 * GAP
        return over(values, self.unit, start=start, end=end)

    def _said(self, row: Dot) -> str:
        value = drawable(row.value)
        if value is not None:
            return self.unit.write(value)
        if row.value is not None:
            return _("too large to draw")
        return row.absent or _("not reported")

    def _row_beside_its_name(self, sheet: Sheet, row: Dot, scale: Scale) -> Iterator[tuple[float, float]]:
        """From where to where marks stand, if there are any."""
        name = wrap(row.name, scale.start - 2 * GAP - sheet.left, sheet.width, bold=row.marked)
        absent = drawable(row.value) is None
        room = sheet.right - scale.start if absent else sheet.right - scale.end - GAP
        said = wrap(self._said(row), room, sheet.width, bold=row.marked)
        high = height(max(len(name), len(said)), sheet.width) + 12
        middle = sheet.y + high / 2
        sheet.lines(name, sheet.left, middle, bold=row.marked)
        sheet.lines(said, scale.start if absent else scale.end + 2 * GAP, middle, bold=row.marked)
        self._marks(sheet, row, scale, middle)
        if not absent:
            yield sheet.y, sheet.y + high
        sheet.y += high

    def _row_below_its_name(self, sheet: Sheet, row: Dot, scale: Scale) -> Iterator[tuple[float, float]]:
        """From where to where marks stand, if there are any."""
        absent = drawable(row.value) is None
        lines = _both(row.name, self._said(row), sheet, bold=row.marked)
        high = height(len(lines), sheet.width)
        sheet.lines(lines, sheet.left, sheet.y + 4 + high / 2, bold=row.marked)
        sheet.y += 4 + high
        if not absent:
            self._marks(sheet, row, scale, sheet.y + 10)
            yield sheet.y + 1, sheet.y + 19
            sheet.y += 22

    def _marks(self, sheet: Sheet, row: Dot, scale: Scale, y: float) -> None:
        value = drawable(row.value)
        if value is None:
            return
        for ends, look in ((row.outer, _OUTER), (row.inner, _INNER)):
            low, high = (drawable(end) for end in ends or (None, None))
            if low is not None and high is not None:
                points = ((scale.at(low), y), (scale.at(high), y))
                sheet.put(replace(look, points=points))
        dot = _MARKED_DOT if row.marked else _VALUE_DOT
        sheet.put(replace(dot, x=scale.at(value), y=y))


def _both(name: str, said: str, sheet: Sheet, *, bold: bool) -> tuple[str, ...]:
    """A name and what is said of it, which is not cut off for a name that is too long."""
    lines = wrap(f"{name}: {said}", sheet.room, sheet.width, lines=3, bold=bold)
    if not lines[-1].endswith("…"):
        return lines
    named = wrap(f"{name}:", sheet.room, sheet.width, lines=2, bold=bold)
    return (*named, *wrap(said, sheet.room, sheet.width, lines=3, bold=bold))
