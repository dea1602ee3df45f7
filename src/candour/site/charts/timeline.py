"""What happened when: a line for each kind of thing, with its dates."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candour.site.charts.calendar import Calendar
from candour.site.charts.drawing import Drawing
from candour.site.charts.labels import Labels
from candour.site.charts.legend import Named, legend
from candour.site.charts.look import BRAND, GAP, GRID, INK, Width
from candour.site.charts.patterns import PATTERNS
from candour.site.charts.picture import Box, Line, Picture, Shape, Symbol
from candour.site.charts.sheet import Sheet
from candour.site.charts.words import measure, wrap

MOST, NUMBERED = 60, 15
"""So many dates are drawn, the latest; and so many have numbers, with what happened below."""

_SHAPES: tuple[Shape, ...] = ("circle", "square", "diamond", "triangle-up", "triangle-down", "cross")
_NAMES: dict[Width, float] = {"wide": 0.28, "narrow": 1.0}
_LANE = 34


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something of a `kind` on a day, or from that day until another. `words` say what, if more than the kind."""

    when: date
    kind: str
    until: date | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline(Drawing):
    """Kinds stand under each other in the order in which they happened first."""

    happenings: tuple[Happening, ...]

    def lay(self, width: Width) -> Picture:
        """A line for each kind, the calendar, and what happened."""
        sheet = Sheet(width)
        shown = sorted(self.happenings, key=lambda one: one.when)[-MOST:]
        if not shown:
            sheet.note(_("No date is known."))
            return sheet.picture()
        self._lanes(sheet, shown)
        left_out = len(self.happenings) - len(shown)
        if left_out:
            said = ngettext("%d earlier date is in the table.", "%d earlier dates are in the table.", left_out)
            sheet.note(said % left_out)
        return sheet.picture()

    def _lanes(self, sheet: Sheet, shown: Sequence[Happening]) -> None:
        kinds = list(dict.fromkeys(one.kind for one in shown))
        names = max(measure(kind, sheet.width) for kind in kinds)
        beside = sheet.width == "wide"
        start = sheet.left + (min(names, _NAMES["wide"] * sheet.room) + 3 * GAP if beside else GAP)
        days = [day for one in shown for day in (one.when, one.until) if day]
        calendar = Calendar.over(days, start, sheet.right - 2 * GAP)
        top = sheet.y
        middles = {kind: self._lane(sheet, kind, calendar, beside) for kind in kinds}
        points = [(calendar.at(one.when), middles[one.kind]) for one in shown]
        for one, (x, y) in zip(shown, points, strict=True):
            if one.until:
                fill = PATTERNS[2].fill
                sheet.put(Box(left=x, top=y - 5, right=max(x + 1, calendar.at(one.until)), bottom=y + 5, fill=fill))
            sheet.put(replace(_look(kinds.index(one.kind)), x=x, y=y))
        numbered = len(shown) <= NUMBERED
        if numbered:
            labels = Labels(points, (sheet.left, top, sheet.right, sheet.y), sheet.width)
            for number, (x, y) in enumerate(points, start=1):
                sheet.put(labels.beside(x, y, str(number)))
        calendar.below(sheet, top if beside else None)
        if numbered:
            legend(sheet, [Named(_said(one), _look(kinds.index(one.kind))) for one in shown])

    def _lane(self, sheet: Sheet, kind: str, calendar: Calendar, beside: bool) -> float:
        """Where the middle of the line of a kind is, beside its name or under it."""
        room = calendar.start - 2 * GAP - sheet.left if beside else sheet.room
        lines = wrap(kind, room, sheet.width)
        if beside:
            high = max(_LANE, len(lines) * sheet.leading + GAP)
            sheet.lines(lines, sheet.left, sheet.y + high / 2)
        else:
            for line in lines:
                sheet.lines((line,), sheet.left, sheet.y + sheet.leading / 2)
                sheet.y += sheet.leading
            high = _LANE
        middle = sheet.y + high / 2
        sheet.under(Line(points=((calendar.start - GAP, middle), (calendar.end + GAP, middle)), colour=GRID))
        sheet.y += high
        return middle


def _look(number: int) -> Symbol:
    colour = (INK, BRAND)[number % 2]
    return Symbol(x=0, y=0, shape=_SHAPES[number % len(_SHAPES)], fill=colour, edge=colour, size=11)


def _said(one: Happening) -> str:
    day = date_format(one.when, "j M Y")
    days = _("%(first)s to %(last)s") % {"first": day, "last": date_format(one.until, "j M Y")} if one.until else day
    return f"{days}: {one.words or one.kind}"
