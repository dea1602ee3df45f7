"""What was promised beside what was delivered, measure by measure."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from candour.site.charts.drawing import Drawing
from candour.site.charts.key import Entry, box
from candour.site.charts.look import GAP, QUIET, Width
from candour.site.charts.patterns import RISING, SOLID, Pattern
from candour.site.charts.picture import Box, Line, Picture
from candour.site.charts.scale import Scale, over
from candour.site.charts.sheet import Sheet
from candour.site.charts.unit import Number, Unit, drawable
from candour.site.charts.words import measure, wrap

MOST = 30
"""More pairs cannot be read: the picture says how many it leaves to the table."""

_HIGH = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One measure: what was promised, and what came. What is absent is said in words, `first_absent` or
    `second_absent`, and has no bar.
    """

    name: str
    unit: Unit
    first: Number | None
    second: Number | None
    first_absent: str = ""
    second_absent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairedBars(Drawing):
    """`first` and `second` say what the bars are. Measures of one unit have one scale, which begins at zero."""

    pairs: tuple[Pair, ...]
    first: str
    second: str

    def lay(self, width: Width) -> Picture:
        """The key, and two bars under the name of each measure."""
        sheet = Sheet(width)
        shown = self.pairs[:MOST]
        sheet.key((Entry(self.first, box(RISING.fill)), Entry(self.second, box(SOLID.fill))))
        scales = _scales(shown, sheet)
        for pair in shown:
            self._pair(sheet, pair, scales[pair.unit])
        sheet.left_out(len(self.pairs) - MOST)
        return sheet.picture()

    def _pair(self, sheet: Sheet, pair: Pair, scale: Scale) -> None:
        for line in wrap(pair.name, sheet.room, sheet.width, lines=3, bold=True):
            sheet.lines((line,), sheet.left, sheet.y + sheet.leading / 2, bold=True)
            sheet.y += sheet.leading
        top = sheet.y
        self._bar(sheet, scale, pair.unit, pair.first, pair.first_absent, RISING, self.first)
        self._bar(sheet, scale, pair.unit, pair.second, pair.second_absent, SOLID, self.second)
        zero = scale.at(0)
        sheet.under(Line(points=((zero, top), (zero, sheet.y)), colour=QUIET, thickness=1))
        sheet.y += GAP

    def _bar(
        self, sheet: Sheet, scale: Scale, unit: Unit, number: Number | None, absent: str, fill: Pattern, which: str
    ) -> None:
        value = drawable(number)
        high = max(_HIGH, sheet.leading) + 2
        if value is None:
            why = absent or _("not reported")
            lines = wrap(f"{which}: {why}", sheet.room - GAP, sheet.width)
            high = max(high, len(lines) * sheet.leading + 2)
            sheet.lines(lines, scale.at(0) + GAP if scale.low >= 0 else sheet.left, sheet.y + high / 2)
        else:
            left, right = sorted((scale.at(0), scale.at(value)))
            middle = sheet.y + high / 2
            sheet.put(Box(left=left, top=middle - _HIGH / 2, right=right, bottom=middle + _HIGH / 2, fill=fill.fill))
            sheet.lines((unit.write(value),), right + 6, middle)
        sheet.y += high


def _scales(pairs: Sequence[Pair], sheet: Sheet) -> dict[Unit, Scale]:
    """For each unit, with room for the longest value in words at the right."""
    scales = {}
    for unit in {pair.unit for pair in pairs}:
        found = (drawable(number) for pair in pairs if pair.unit == unit for number in (pair.first, pair.second))
        values = [value for value in found if value is not None]
        said = max((measure(unit.write(value), sheet.width) for value in values), default=0)
        end = max(sheet.left + sheet.room / 3, sheet.right - said - 2 * GAP)
        scales[unit] = over(values, unit, start=sheet.left, end=end, zero=True)
    return scales
