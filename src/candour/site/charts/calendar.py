"""Days along the foot of a picture, with the names of years or months."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.utils.formats import date_format

from candour.site.charts.look import GAP, GRID, QUIET
from candour.site.charts.picture import Line
from candour.site.charts.sheet import Sheet
from candour.site.charts.words import measure

_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12_000, 120_000)
"""From one named month to the next, whichever leaves room enough."""

_MOST_NAMES = 40


@dataclass(frozen=True, slots=True)
class Calendar:
    """`first` stands at the pixel `start`, `last` at `end`."""

    first: date
    last: date
    start: float
    end: float

    @classmethod
    def over(cls, days: Sequence[date], start: float, end: float) -> Calendar:
        """From the first to the last of some days."""
        return cls(min(days), max(days), start, end)

    def at(self, day: date) -> float:
        """The pixel of a day; a calendar of one day has it in the middle."""
        days = (self.last - self.first).days
        share = (day - self.first).days / days if days else 0.5
        return self.start + share * (self.end - self.start)

    def below(self, sheet: Sheet, top: float | None = None) -> None:
        """The line of the calendar, and as many names as there is room for; lines up to `top` where it is given."""
        sheet.put(Line(points=((self.start - GAP, sheet.y), (self.end + GAP, sheet.y)), colour=QUIET, thickness=1))
        ticks = next(ticks for months in _MONTHS if (ticks := self._fitting(sheet, months)) is not None)
        for x, text in ticks:
            sheet.put(Line(points=((x, sheet.y), (x, sheet.y + 5)), colour=QUIET, thickness=1))
            if top is not None:
                sheet.under(Line(points=((x, top), (x, sheet.y)), colour=GRID, thickness=1))
            sheet.put(sheet.within(x, sheet.y + 5 + sheet.leading / 2, text))
        sheet.y += 5 + sheet.leading

    def _fitting(self, sheet: Sheet, months: int) -> list[tuple[float, str]] | None:
        """The names, if they do not touch each other."""
        if (self.last - self.first).days / 30 > months * _MOST_NAMES:
            return None
        ticks = [(self.at(day), self._named(day, months)) for day in self._every(months)]
        if not ticks:
            return [(self.at(self.first), date_format(self.first, "j M Y")), *self._end(sheet)]
        room = sum(measure(text, sheet.width) + 2 * GAP for _x, text in ticks)
        close = any(
            later - earlier < measure(text, sheet.width) + GAP for (earlier, text), (later, _next) in pairwise(ticks)
        )
        if len(ticks) > 1 and (close or room > sheet.room):
            return None
        return ticks

    def _every(self, months: int) -> Iterator[date]:
        """The first days of every so many months within the calendar, from a January."""
        count = self.first.year * 12 + self.first.month - 1
        count -= count % months
        while count // 12 <= self.last.year and count // 12 < 9999:
            day = date(max(1, count // 12), count % 12 + 1, 1)
            if self.first <= day <= self.last:
                yield day
            count += months

    def _named(self, day: date, months: int) -> str:
        return str(day.year) if months >= 12 else date_format(day, "M Y")

    def _end(self, sheet: Sheet) -> Iterator[tuple[float, str]]:
        text = date_format(self.last, "j M Y")
        if self.at(self.last) - self.at(self.first) > measure(text, sheet.width) + 3 * GAP:
            yield self.at(self.last), text
