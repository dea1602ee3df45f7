"""A funnel: each value by how much it rests on, and how far chance alone could carry one of that size."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import sqrt

from django.utils.translation import gettext as _

from candour.site.charts.drawing import Drawing
from candour.site.charts.key import Entry, line, symbol
from candour.site.charts.labels import Labels
from candour.site.charts.legend import Named, legend
from candour.site.charts.look import BRAND, GAP, INK, PAPER, QUIET, Width
from candour.site.charts.picture import Line, Picture, Symbol
from candour.site.charts.scale import Scale, over
from candour.site.charts.sheet import Sheet
from candour.site.charts.unit import COUNT, Number, Unit, drawable

MOST = 60
"""More points hide each other: the picture says how many it leaves to the table."""

NAMED = 12
"""So many points have a number and stand below with their names; of more, those that differ or are marked."""

_WITHIN = Symbol(x=0, y=0, fill=PAPER, edge=INK, size=9)
_OUTSIDE = Symbol(x=0, y=0, shape="square", fill=QUIET, edge=INK, size=9)
_FAR_ABOVE = Symbol(x=0, y=0, shape="triangle-up", size=12)
_FAR_BELOW = Symbol(x=0, y=0, shape="triangle-down", size=12)
_CENTRE = Line(points=(), thickness=2)
_INNER = Line(points=(), colour=QUIET, dash=(5, 3))
_OUTER = Line(points=(), colour=QUIET)

_HEIGHT = {"wide": 320.0, "narrow": 250.0}
_STEPS = 40
"""Of a curve."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Where 95% (`low` to `high`) and 99.8% (`lowest` to `highest`) of equal units of a size would lie."""

    lowest: float
    low: float
    high: float
    highest: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One unit: its value, the `size` that it rests on (such as answers), and the limits for that size.

    One without a value or a size is named under the picture with `absent`: why. `marked` is the one that a page is
    about.
    """

    name: str
    value: Number | None
    size: Number | None
    limits: Limits | None = None
    absent: str = ""
    marked: bool = False


@dataclass(frozen=True, slots=True)
class _Placed:
    spot: Spot
    value: float
    size: float
    limits: Limits | None

    @property
    def look(self) -> Symbol:
        """Its shape says where it lies; it is larger where it is marked."""
        return replace(self._shape(), size=self._shape().size + 4, edge=BRAND) if self.spot.marked else self._shape()

    def _shape(self) -> Symbol:
        limits = self.limits
        if limits is None or limits.low <= self.value <= limits.high:
            return _WITHIN
        if limits.lowest <= self.value <= limits.highest:
            return _OUTSIDE
        return _FAR_BELOW if self.value < limits.lowest else _FAR_ABOVE

    @property
    def told(self) -> bool:
        """Whether it is named however many there are."""
        return self.spot.marked or self._shape() is not _WITHIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Funnel(Drawing):
    """`measured` says what stands on the upright axis, `rests_on` what the sizes count, `centre` where all lie."""

    spots: tuple[Spot, ...]
    unit: Unit
    centre: Number | None
    measured: str
    rests_on: str

    def lay(self, width: Width) -> Picture:
        """The key, the points within their funnel, and below it who is who."""
        sheet = Sheet(width)
        placed = self._placed()
        if placed:
            sheet.key(tuple(self._entries(placed)))
            self._plot(sheet, placed)
        for spot in self.spots:
            if drawable(spot.value) is None or drawable(spot.size) is None:
                sheet.note(f"{spot.name}: {spot.absent or _('not reported')}")
        sheet.left_out(len(self.spots) - MOST)
        return sheet.picture()

    def _placed(self) -> tuple[_Placed, ...]:
        found = ((spot, drawable(spot.value), drawable(spot.size)) for spot in self.spots)
        placed = [
            _Placed(spot, value, size, _drawable(spot.limits))
            for spot, value, size in found
            if value is not None and size is not None
        ]
        return tuple(sorted(placed, key=lambda one: not one.told)[:MOST])

    def _entries(self, placed: Sequence[_Placed]) -> Iterator[Entry]:
        shapes = [one._shape() for one in placed]
        yield Entry(_("within what chance explains"), symbol(_WITHIN))
        if _OUTSIDE in shapes:
            yield Entry(_("outside 95%: ask"), symbol(_OUTSIDE))
        if _FAR_ABOVE in shapes:
            yield Entry(_("above 99.8%: ask why"), symbol(_FAR_ABOVE))
        if _FAR_BELOW in shapes:
            yield Entry(_("below 99.8%: ask why"), symbol(_FAR_BELOW))
        centre = drawable(self.centre)
        if centre is not None:
            yield Entry(_("all together: %s") % self.unit.write(centre), line(_CENTRE))
        if len({one.size for one in placed if one.limits}) > 1:
            yield Entry(_("95 of 100 alike would lie within"), line(_INNER))
            yield Entry(_("998 of 1,000 alike would"), line(_OUTER))

    def _plot(self, sheet: Sheet, placed: Sequence[_Placed]) -> None:
        sheet.put_title(self.measured)
        top, bottom = sheet.y + GAP, sheet.y + GAP + _HEIGHT[sheet.width]
        upright = over(self._values(placed), self.unit, start=bottom, end=top)
        left = sheet.left + sheet.room_for(upright, self.unit, 6)
        sizes = [one.size for one in placed]
        along = over(sizes, COUNT, start=left + GAP, end=sheet.right - 2 * GAP, zero=True)
        sheet.axis_left(upright, self.unit, 6)
        curves = tuple(self._curves(placed, along, upright))
        sheet.put(*curves)
        points = [(along.at(one.size), upright.at(one.value)) for one in placed]
        for one, (x, y) in zip(placed, points, strict=True):
            sheet.put(replace(one.look, x=x, y=y))
        labels = Labels(points, (left, top - 4, sheet.right, bottom + 4), sheet.width, curves)
        named = [(one, place) for one, place in zip(placed, points, strict=True) if one.told or len(placed) <= NAMED][
            :MOST
        ]
        for number, (one, (x, y)) in enumerate(named, start=1):
            sheet.put(labels.beside(x, y, str(number), bold=one.spot.marked))
        sheet.y = bottom
        sheet.axis_below(along, COUNT, self.rests_on, ())
        legend(sheet, tuple(self._named(one) for one, _place in named))

    def _named(self, one: _Placed) -> Named:
        return Named(f"{one.spot.name}: {self.unit.write(one.value)}", one.look, bold=one.spot.marked)

    def _values(self, placed: Sequence[_Placed]) -> list[float]:
        """What the upright axis has room for: the values, and the limits but for those of the very smallest."""
        centre = drawable(self.centre)
        known = [one.value for one in placed] + ([] if centre is None else [centre])
        return known + [
            bound for one in placed if (limits := one.limits) for bound in (limits.lowest, limits.highest)
        ]

    def _curves(self, placed: Sequence[_Placed], along: Scale, upright: Scale) -> Iterator[Line]:
        known = sorted({one.size: one.limits for one in placed if one.limits and one.size > 0}.items())
        for name, look in (("lowest", _OUTER), ("highest", _OUTER), ("low", _INNER), ("high", _INNER)):
            curve = tuple(_curve([(size, getattr(limits, name)) for size, limits in known]))
            if len(curve) > 1:
                yield replace(look, points=tuple((along.at(size), upright.at(limit)) for size, limit in curve))
        centre = drawable(self.centre)
        if centre is not None:
            y = upright.at(centre)
            yield replace(_CENTRE, points=((along.start, y), (along.end, y)))


def _drawable(limits: Limits | None) -> Limits | None:
    """Limits of which all can be drawn."""
    if limits is None:
        return None
    ends = (limits.lowest, limits.low, limits.high, limits.highest)
    return limits if all(drawable(end) is not None for end in ends) else None


def _curve(known: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Between limits that are known: they go on in proportion to 1/√size, as those of a share or a mean do."""
    if len(known) < 2:
        return
    sizes = [size for size, _limit in known]
    for step in range(_STEPS + 1):
        # Even steps of 1/√size are narrow where the curve is bent.
        inverse = 1 / sqrt(sizes[0]) + (1 / sqrt(sizes[-1]) - 1 / sqrt(sizes[0])) * step / _STEPS
        size = min(max(inverse**-2, sizes[0]), sizes[-1])
        after = max(1, bisect_left(sizes, size))
        (small, start), (large, end) = known[after - 1], known[min(after, len(known) - 1)]
        share = (1 / sqrt(small) - 1 / sqrt(size)) / (1 / sqrt(small) - 1 / sqrt(large))
        yield size, start + share * (end - start)
