"""Behind which groups a value can hide: what could as well be true without changing anything that is shown."""

from collections.abc import Collection, Mapping
from typing import Final, Literal

from candour.care.figures.part import Group
from candour.care.figures.stratum import Layout, Stratum
from candour.statistics.disclosure.boxes import Fits
from candour.statistics.disclosure.counts import LARGEST_HIDDEN, SMALLEST_SHOWN
from candour.statistics.disclosure.dominance import P_PERCENT
from candour.statistics.disclosure.table import Cell

Side = Literal["above", "under"]
Bound = Literal["hardly any", "nearly all"]

FEWEST_BOUNDED: Final = 2 * SMALLEST_SHOWN
"""Of fewer people it is not even said on which side the few are: with both, the number itself would be bounded."""


def covers(
    layout: Layout, stratum: Stratum, cell: Cell, without_group: Collection[Cell], said: Mapping[Cell, Bound]
) -> Fits:
    """Whether some groups, if their values are hidden, cover the value of a group.

    `without_group` are groups of which nothing is shown, and `said` what is said of values that are hidden.
    """
    group = stratum.groups[cell]
    side: Side = "above" if group.above <= group.under else "under"
    if stratum.counts_people:
        return _by_exchange(layout, stratum, cell, side, without_group, said)
    return _by_sums(layout, stratum, cell, side)


def _by_exchange(
    layout: Layout,
    stratum: Stratum,
    cell: Cell,
    side: Side,
    without_group: Collection[Cell],
    said: Mapping[Cell, Bound],
) -> Fits:
    """Whether people who are alike can have each other's answers, until the few are 0 and until they are 7."""
    groups, group = stratum.groups, stratum.groups[cell]
    few = _count(group, side)
    down, up = few, min(LARGEST_HIDDEN, group.people) - few

    def room(corner: Cell, losing: bool) -> int:
        return _count(groups[corner], side) if losing else groups[corner].people - _count(groups[corner], side)

    def fits(corners: Mapping[Cell, bool]) -> bool:
        for corner, same in corners.items():
            if not layout.published.has(corner):
                continue
            least, most = _limits(stratum, corner, side, without_group, said)
            less, more = (down, up) if same else (up, down)
            if not least <= _count(groups[corner], side) - less <= _count(groups[corner], side) + more <= most:
                return False
        alike = layout.alike(corners)
        return bool(alike) and all(
            moving
            <= sum(min(room(part[corner], losing is same) for corner, same in corners.items()) for part in alike)
            for losing, moving in ((True, down), (False, up))
        )

    return fits


def _by_sums(layout: Layout, stratum: Stratum, cell: Cell, side: Side) -> Fits:
    """Whether so much of the hidden sums is other people's that nobody can tell the largest part to within 15%.

    Where the value moves against another one, that one must be of 8 people or more who have something to give.
    """
    groups = stratum.groups
    enough = groups[cell].largest(side) * P_PERCENT

    def fits(corners: Mapping[Cell, bool]) -> bool:
        return bool(layout.alike(corners)) and all(
            groups[corner].total(side) * 100 >= enough and (same or _count(groups[corner], side) >= SMALLEST_SHOWN)
            for corner, same in corners.items()
            if layout.published.has(corner)
        )

    return fits


def _limits(
    stratum: Stratum, cell: Cell, side: Side, without_group: Collection[Cell], said: Mapping[Cell, Bound]
) -> tuple[int, int]:
    """Between what a hidden number of people can lie for all that anybody knows of it."""
    people = stratum.groups[cell].people
    if cell in without_group or not said or people < FEWEST_BOUNDED:
        return 0, people
    if cell in said:
        few: Bound = "hardly any" if side == "above" else "nearly all"
        return (0, LARGEST_HIDDEN) if said[cell] == few else (people - LARGEST_HIDDEN, people)
    return SMALLEST_SHOWN, people - SMALLEST_SHOWN


def _count(group: Group, side: Side) -> int:
    """How many people of a group are on a side."""
    return group.above if side == "above" else group.under
