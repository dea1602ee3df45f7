"""Which other cells must be hidden so that a small one cannot be worked out from the totals.

The hypercube method (R. D. Repsilber, "Preservation of confidentiality in aggregated data", Second International
Seminar on Statistical Confidentiality, Luxembourg 1994; S. Giessing & D. Repsilber, "Tools and strategies to protect
multiple tables with the GHQUAR cell suppression engine", 2002). A small cell is one corner of a box; each line that
passes through a corner passes through exactly two. Add to one and take from the other, and every total stays what
it was. If all corners are hidden, nobody can tell the true table from the moved one. Corners must be large enough for
the small cell to move all the way from 1 to 7, with no corner falling below 1, so what can be worked out about it is
never less than that.

Where all counts are of one day there is always such a box: the cell with all its own totals. Only a small total whose
parts are all hidden may be held up on its way down, because its parts, not being 0, are known to be at least 1.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from heapq import heappop, heappush
from itertools import product

from candour.statistics.disclosure.counts import LARGEST_HIDDEN, is_small
from candour.statistics.disclosure.table import Cell, Table

Fits = Callable[[Mapping[Cell, bool]], bool]
"""Whether the corners found so far can move as far as is wanted; each says if it moves the same way as the cell.
Corners that are not published are among them."""

_Partners = tuple[tuple[int, str | None], ...]
"""For some dimensions, by position, the category at the other side of the box."""


def hidden_cells(
    layout: Table, counts: Mapping[Cell, int], already: frozenset[Cell] = frozenset()
) -> frozenset[Cell]:
    """The cells to hide: those that are small, those hidden `already`, and the cheapest box for each small one.

    `counts` are of the cells of `layout`. The cheapest box hides the fewest people who would otherwise be shown: in
    a single row that is the next smallest cell large enough to hide behind. Where there is no box, which takes
    counts of several days, every count but the zeros is hidden.
    """
    small = sorted((cell for cell in counts if is_small(counts[cell])), key=lambda cell: (counts[cell], str(cell)))
    hidden = {*small, *already}
    for cell in small:
        boxes = (
            cheapest_box(layout, counts, hidden, cell, _large_enough(counts, down, LARGEST_HIDDEN - counts[cell]))
            for down in reversed(range(counts[cell]))
        )
        found = next(filter(None, boxes), None)
        if not found:
            return frozenset(other for other, count in counts.items() if count)
        hidden.update(found)
    return frozenset(hidden)


def cheapest_box(
    layout: Table, cost: Mapping[Cell, int], hidden: Collection[Cell], cell: Cell, fits: Fits
) -> tuple[Cell, ...] | None:
    """The corners of the box around a cell, itself among them, that costs least of what is not yet hidden.

    None where no box fits. Searched from the cheapest beginning on, one dimension after another; adding corners never
    makes it cheaper, and what does not fit must not fit with more corners either.
    """
    turn = 0
    waiting: list[tuple[int, int, int, _Partners]] = [(0, 0, turn, ())]
    while waiting:
        _, _, _, partners = heappop(waiting)
        corners = dict(_corners(cell, partners))
        dimension = _unbalanced(layout, corners, partners)
        if dimension is None:
            return tuple(filter(layout.has, corners)) if partners or fits(corners) else None
        for category in (*tuple(layout.dimensions.values())[dimension], None):
            if category == cell[dimension]:
                continue
            further = (*partners, (dimension, category))
            added = dict(_corners(cell, further))
            if fits(added):
                turn += 1
                heappush(
                    waiting,
                    (
                        sum(cost[corner] for corner in added if layout.has(corner) and corner not in hidden),
                        -len(further),
                        turn,
                        further,
                    ),
                )
    return None


def _large_enough(counts: Mapping[Cell, int], down: int, up: int) -> Fits:
    return lambda corners: all(
        counts[corner] > (down if same else up) for corner, same in corners.items() if corner in counts
    )


def _corners(cell: Cell, partners: _Partners) -> Iterator[tuple[Cell, bool]]:
    """The corners of a box, each with whether it moves the same way as the cell.

    A part and another part move against each other; a part and its total move together.
    """
    for turned in product((False, True), repeat=len(partners)):
        corner, same = list(cell), True
        for (dimension, category), is_turned in zip(partners, turned, strict=True):
            if is_turned:
                corner[dimension] = category
                same ^= category is not None and cell[dimension] is not None
        yield tuple(corner), same


def _unbalanced(layout: Table, corners: Mapping[Cell, bool], partners: _Partners) -> int | None:
    """A dimension in which a corner is added up with others and has no partner yet."""
    settled = {dimension for dimension, _ in partners}
    for corner in filter(layout.has, corners):
        broken_down = frozenset(d for d, category in enumerate(corner) if category is not None)
        for dimension in range(len(corner)):
            if dimension not in settled and broken_down | {dimension} in layout.breakdowns:
                return dimension
    return None
