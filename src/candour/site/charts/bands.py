"""What held from when until when, such as ratings: a band for each thing rated, with the words in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from candour.site.charts.calendar import Calendar
from candour.site.charts.drawing import Drawing
from candour.site.charts.key import Entry, box
from candour.site.charts.look import GAP, PAPER, Width
from candour.site.charts.patterns import PATTERNS
from candour.site.charts.picture import Box, Picture, Words
from candour.site.charts.sheet import Sheet
from candour.site.charts.words import measure, wrap

MOST_LANES = 20
"""More things cannot be put under each other: the picture says that the table has them."""

_HIGH = 24
_NAMES = 0.28


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """`value` held for `lane` from a day until another, or until now. `short` stands where the value is too long."""

    lane: str
    value: str
    first: date
    last: date | None = None
    short: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bands(Drawing):
    """`values` is the order of the values in the key, `today` where bands end that have no end."""

    bands: tuple[Band, ...]
    today: date
    values: tuple[str, ...] = ()

    def lay(self, width: Width) -> Picture:
        """The key, the bands, the calendar."""
        sheet = Sheet(width)
        if not self.bands:
            sheet.note(_("No date is known."))
            return sheet.picture()
        lanes = list(dict.fromkeys(band.lane for band in self.bands))
        shown = [band for band in self.bands if band.lane in lanes[:MOST_LANES]]
        fills = self._fills(shown)
        sheet.key([Entry(self._keyed(value), box(fill)) for value, fill in fills.items()])
        beside = width == "wide"
        names = max(measure(lane, width) for lane in lanes[:MOST_LANES])
        start = sheet.left + (min(names, _NAMES * sheet.room) + 3 * GAP if beside else GAP)
        days = [day for band in shown for day in (band.first, band.last or self.today)]
        calendar = Calendar.over(days, start, sheet.right - 2 * GAP)
        for lane in lanes[:MOST_LANES]:
            self._lane(sheet, lane, [band for band in shown if band.lane == lane], calendar, fills)
        sheet.y += GAP
        calendar.below(sheet)
        if len(lanes) > MOST_LANES:
            sheet.note(_("Only the first %d are drawn; the table has all.") % MOST_LANES)
        return sheet.picture()

    def _fills(self, shown: Sequence[Band]) -> dict[str, str]:
        found = dict.fromkeys(band.value for band in shown)
        order = dict.fromkeys([*(value for value in self.values if value in found), *found])
        return {value: PATTERNS[number % len(PATTERNS)].fill for number, value in enumerate(order)}

    def _keyed(self, value: str) -> str:
        short = next((band.short for band in self.bands if band.value == value and band.short), "")
        return f"{short}: {value}" if short and short != value else value

    def _lane(
        self, sheet: Sheet, lane: str, bands: Sequence[Band], calendar: Calendar, fills: dict[str, str]
    ) -> None:
        if sheet.width == "wide":
            lines = wrap(lane, calendar.start - 2 * GAP - sheet.left, sheet.width)
            high = max(_HIGH, len(lines) * sheet.leading)
            sheet.lines(lines, sheet.left, sheet.y + high / 2)
        else:
            high = float(_HIGH)
            for line in wrap(lane, sheet.room, sheet.width):
                sheet.lines((line,), sheet.left, sheet.y + sheet.leading / 2)
                sheet.y += sheet.leading
        middle = sheet.y + high / 2
        for band in bands:
            left, right = calendar.at(band.first), calendar.at(max(band.first, band.last or self.today))
            self._band(sheet, band, left, max(right, left + 2), middle, fills[band.value])
        sheet.y += high + 6

    def _band(self, sheet: Sheet, band: Band, left: float, right: float, middle: float, fill: str) -> None:
        sheet.put(Box(left=left, top=middle - _HIGH / 2, right=right, bottom=middle + _HIGH / 2, fill=fill))
        for text in (band.value, band.short):
            half = measure(text, sheet.width) / 2 + 3
            if text and 2 * half + 4 <= right - left:
                centre = (left + right) / 2
                paper = Box(
                    left=centre - half,
                    top=middle - sheet.leading / 2,
                    right=centre + half,
                    bottom=middle + sheet.leading / 2,
                    fill=PAPER,
                    thickness=0,
                )
                sheet.put(paper, Words(x=centre, y=middle, text=text, align="center"))
                return
