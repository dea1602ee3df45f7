"""Short labels beside points, where they hide neither a point nor each other, and no line goes through them."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from candour.site.charts.look import TEXT, Width
from candour.site.charts.picture import Line, Words
from candour.site.charts.words import measure

_AWAY = 11
"""From the middle of a point to the middle of its label's nearer edge."""

_Area = tuple[float, float, float, float]


class Labels:
    """Places are given in order: who comes first has the choice. `bounds` are left, top, right and bottom."""

    def __init__(
        self, points: Iterable[tuple[float, float]], bounds: _Area, width: Width, lines: Iterable[Line] = ()
    ) -> None:
        self._taken: list[_Area] = [(x - 6, y - 6, x + 6, y + 6) for x, y in points]
        self._taken += [_area(*ends) for line in lines for ends in pairwise(line.points)]
        self._bounds = bounds
        self._width: Width = width

    def beside(self, x: float, y: float, text: str, *, bold: bool = False) -> Words:
        """The label at the best of the places around a point."""
        places = tuple(self._places(x, y, text, bold))
        around = _around(places)
        near = [taken for taken in self._taken if _overlap(taken, around)]
        free = next((place for place in places if not self._hidden(place, near)), None)
        best = free or min(places, key=lambda place: self._hidden(place, near))
        left, top, right, bottom = best
        self._taken.append(best)
        return Words(x=(left + right) / 2, y=(top + bottom) / 2, text=text, align="center", bold=bold)

    def _places(self, x: float, y: float, text: str, bold: bool) -> Iterator[_Area]:
        wide, high = measure(text, self._width, bold=bold) / 2 + 2, TEXT[self._width] / 2
        for across, down in ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1), (2, 0), (-2, 0)):
            for far in (1.0, 1.8):
                middle = x + across * far * (_AWAY + (wide if down == 0 else 0)), y + down * far * (_AWAY + 3)
                yield middle[0] - wide, middle[1] - high, middle[0] + wide, middle[1] + high

    def _hidden(self, area: _Area, near: list[_Area]) -> float:
        """How much it would cover, or be cut off."""
        left, top, right, bottom = self._bounds
        cut = max(0, left - area[0]) + max(0, top - area[1]) + max(0, area[2] - right) + max(0, area[3] - bottom)
        return 1000 * cut + sum(_overlap(area, taken) for taken in near)


def _around(areas: Iterable[_Area]) -> _Area:
    """What holds them all."""
    lefts, tops, rights, bottoms = zip(*areas, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _area(one: tuple[float, float], other: tuple[float, float]) -> _Area:
    """Around a stroke from a point to another."""
    (left, right), (top, bottom) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    return left, top - 1, right, bottom + 1


def _overlap(one: _Area, other: _Area) -> float:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return max(0.0, across) * max(0.0, down)
