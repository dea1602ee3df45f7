"""Which groups are not shown at all, because they are few people, or because others would tell how many they are.

A group that is hidden is hidden for every metric, with all its answers. So another table could as well be true:
people move from one hidden group to another and take all their answers with them, and no total that is shown changes.
Where groups are crossed, as many must move the other way with the same answers. Those who move are alike in whatever
else anybody may know of them. `candour.statistics.disclosure.boxes` finds the groups between which they move.
"""

from collections.abc import Collection, Mapping, Sequence

from candour.care.figures.stratum import Layout, Stratum
from candour.statistics.disclosure.boxes import Fits, cheapest_box
from candour.statistics.disclosure.counts import LARGEST_HIDDEN, is_small
from candour.statistics.disclosure.table import Cell


def hidden_groups(layout: Layout, strata: Sequence[Stratum], already: Collection[Cell]) -> frozenset[Cell]:
    """The groups to hide: those of 1 to 7 people in any metric, those hidden `already`, and those that cover them.

    `strata` are of the same people, one a metric.
    """
    counts = layout.published.counts
    small = [(each, cell) for each in strata for cell in counts if is_small(each.groups[cell].people)]
    hidden = {*(cell for _, cell in small), *already}
    answers = [(each, each.answers) for each in strata]
    for stratum, cell in sorted(small, key=lambda each: (each[0].groups[each[1]].people, str(each[1]))):
        boxes = (
            cheapest_box(layout.published, counts, hidden, cell, _movable(layout, answers, stratum, cell, down))
            for down in reversed(range(stratum.groups[cell].people))
        )
        hidden.update(next(filter(None, boxes), ()))
    return frozenset(hidden)


def _movable(
    layout: Layout,
    answers: Sequence[tuple[Stratum, tuple[Mapping[Cell, int], ...]]],
    of: Stratum,
    cell: Cell,
    down: int,
) -> Fits:
    """Whether so many can leave a group, and so many join it that they are 7, and all metrics stay as they are."""
    up = LARGEST_HIDDEN - of.groups[cell].people
    kinds = [given if each is of else (*given, each.absent) for each, given in answers]

    def fits(corners: Mapping[Cell, bool]) -> bool:
        alike = layout.alike(corners)
        if not alike:
            return False
        for joins, moving in ((False, up), (True, down)):
            leaving = [corner for corner, same in corners.items() if same is joins]
            if any(of.groups[corner].people <= moving for corner in leaving if layout.published.has(corner)):
                return False
            if leaving and any(
                sum(min(answer[part[corner]] for corner in leaving) for answer in each for part in alike) < moving
                for each in kinds
            ):
                return False
        return True

    return fits
