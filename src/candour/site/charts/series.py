"""Values over time, with what is the usual up and down, or several measures beside each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from django.utils.translation import gettext as _

from candour.site.charts.calendar import Calendar
from candour.site.charts.drawing import Drawing
from candour.site.charts.key import Entry, line, symbol, together
from candour.site.charts.look import BRAND, GAP, INK, PAPER, QUIET, Width
from candour.site.charts.picture import Line, Picture, Shape, Symbol
from candour.site.charts.scale import Scale, over
from candour.site.charts.sheet import Sheet
from candour.site.charts.unit import Number, Unit, drawable

MOST_LINES, MOST_POINTS = 6, 60
"""More lines, or more points of a line, cannot be told apart; the latest points are kept."""

_SHAPES: tuple[Shape, ...] = ("circle", "square", "diamond", "triangle-up", "triangle-down", "cross")
_DASHES: tuple[tuple[int, ...], ...] = ((), (7, 3), (2, 2), (9, 3, 2, 3), (4, 4), (12, 4))
_COLOURS = (INK, BRAND, QUIET, INK, BRAND, QUIET)
_HEIGHT = {"wide": 280.0, "narrow": 220.0}
_MEAN = Line(points=(), colour=QUIET, thickness=2)
_LIMIT = Line(points=(), colour=QUIET, dash=(5, 3))
_INTERVAL = Line(points=(), colour=QUIET, thickness=1)
_SIGNAL = Symbol(x=0, y=0, shape="diamond", fill="none", edge=INK, size=19, thickness=2)
_APART = Symbol(x=0, y=0, fill=PAPER, edge=INK, size=9)
_ABSENT = Symbol(x=0, y=0, shape="cross", fill=PAPER, edge=QUIET, size=11)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A value at a time. Without one, a cross stands at the foot of the picture: absent is never zero.

    `signal`: a rule of the chart says that something changed here. `alike` is False where the value may not be put
    beside the others: it stands apart, and no line goes through it.
    """

    when: date
    value: Number | None
    interval: tuple[Number, Number] | None = None
    signal: bool = False
    alike: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What became of one thing, oldest first."""

    name: str
    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualRange:
    """The mean of a course and its natural limits: nearly all values of what does not change lie within them."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Series(Drawing):
    """`measured` says what is measured; `usual` belongs to a single course. `interval` says what intervals mean."""

    courses: tuple[Course, ...]
    unit: Unit
    measured: str
    usual: UsualRange | None = None
    interval: str = ""

    def __post_init__(self) -> None:
        if self.usual and len(self.courses) != 1:
            raise ValueError(
                f"{self.measured}: natural limits belong to one course, and there are {len(self.courses)}"
            )

    def lay(self, width: Width) -> Picture:
        """The key, the lines over the calendar, and what is left out."""
        sheet = Sheet(width)
        courses = tuple(_shown(course) for course in self.courses[:MOST_LINES])
        moments = [moment for course in courses for moment in course.moments]
        if any(drawable(moment.value) is not None for moment in moments):
            sheet.key(tuple(self._entries(courses)))
            self._plot(sheet, courses, moments)
        sheet.left_out(len(self.courses) - MOST_LINES)
        if any(len(course.moments) > MOST_POINTS for course in self.courses):
            sheet.note(_("Only the latest %d values of each are drawn; the table has all.") % MOST_POINTS)
        return sheet.picture()

    def _entries(self, courses: Sequence[Course]) -> Iterator[Entry]:
        for number, course in enumerate(courses):
            yield Entry(course.name, together(line(_line(number)), symbol(_point(number))))
        moments = [moment for course in courses for moment in course.moments]
        if self.usual:
            yield Entry(_("mean: %s") % self.unit.write(self.usual.mean), line(_MEAN))
            yield Entry(_("the usual up and down"), line(_LIMIT))
        if any(moment.signal for moment in moments):
            yield Entry(_("something changed"), symbol(_SIGNAL))
        if self.interval and any(moment.interval for moment in moments):
            yield Entry(self.interval, line(_INTERVAL))
        if not all(moment.alike for moment in moments):
            yield Entry(_("not comparable with the others"), symbol(_APART))
        if any(drawable(moment.value) is None for moment in moments):
            yield Entry(_("not reported"), symbol(_ABSENT))

    def _plot(self, sheet: Sheet, courses: Sequence[Course], moments: Sequence[Moment]) -> None:
        sheet.put_title(self.measured)
        top, bottom = sheet.y + GAP, sheet.y + GAP + _HEIGHT[sheet.width]
        upright = over(self._values(moments), self.unit, start=bottom, end=top)
        left = sheet.left + sheet.room_for(upright, self.unit, 6)
        calendar = Calendar.over([moment.when for moment in moments], left + 2 * GAP, sheet.right - 2 * GAP)
        sheet.axis_left(upright, self.unit, 6)
        self._usual(sheet, calendar, upright)
        for number, course in enumerate(courses):
            self._course(sheet, number, course, calendar, upright)
        sheet.y = bottom + GAP
        calendar.below(sheet)

    def _values(self, moments: Sequence[Moment]) -> list[float]:
        ends = [end for moment in moments for end in moment.interval or ()]
        usual = (value for value, _look in self._limits())
        found = (drawable(value) for value in (*(moment.value for moment in moments), *ends, *usual))
        return [value for value in found if value is not None]

    def _usual(self, sheet: Sheet, calendar: Calendar, upright: Scale) -> None:
        for value, look in self._limits():
            y = upright.at(value)
            sheet.put(replace(look, points=((calendar.start - GAP, y), (calendar.end + GAP, y))))

    def _limits(self) -> Iterator[tuple[float, Line]]:
        """The mean and those limits that a value could pass: no share is below nothing."""
        if self.usual:
            yield self.usual.mean, _MEAN
            if self.unit.lowest is None or self.usual.low > self.unit.lowest:
                yield self.usual.low, _LIMIT
            if self.unit.highest is None or self.usual.high < self.unit.highest:
                yield self.usual.high, _LIMIT

    def _course(self, sheet: Sheet, number: int, course: Course, calendar: Calendar, upright: Scale) -> None:
        for points in _unbroken(course):
            path = tuple((calendar.at(moment.when), upright.at(value)) for moment, value in points)
            sheet.put(replace(_line(number), points=path))
        for moment in course.moments:
            x, value = calendar.at(moment.when), drawable(moment.value)
            if value is None:
                sheet.put(replace(_ABSENT, x=x, y=upright.start))
                continue
            low, high = (drawable(end) for end in moment.interval or (None, None))
            if low is not None and high is not None:
                sheet.put(replace(_INTERVAL, points=((x, upright.at(low)), (x, upright.at(high)))))
            if moment.signal:
                sheet.put(replace(_SIGNAL, x=x, y=upright.at(value)))
            sheet.put(replace(_point(number) if moment.alike else _APART, x=x, y=upright.at(value)))


def _shown(course: Course) -> Course:
    return replace(course, moments=course.moments[-MOST_POINTS:])


def _unbroken(course: Course) -> Iterator[list[tuple[Moment, float]]]:
    """Stretches through which a line may go: it ends where a value is absent or of another kind."""
    told = ((moment, drawable(moment.value)) for moment in course.moments)
    for going, stretch in groupby(told, key=lambda one: one[1] is not None and one[0].alike):
        points = [(moment, value) for moment, value in stretch if value is not None]
        if going and len(points) > 1:
            yield points


def _line(number: int) -> Line:
    return Line(points=(), colour=_COLOURS[number], dash=_DASHES[number], thickness=1.5)


def _point(number: int) -> Symbol:
    return Symbol(x=0, y=0, shape=_SHAPES[number], fill=_COLOURS[number], edge=_COLOURS[number], size=8)
