"""Which values are not shown although their group is, because they would tell what a few people answered.

"97 of 100 are content" tells that three are not, and "all of 20" tells it of everybody. So a value is hidden if it is
true of 7 people or fewer, or of all but 7 or fewer, 0 included; then so many others that people in two groups could
have given each other's answers without any total changing. How large the groups are stays as shown.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from candour.care.figures.covers import FEWEST_BOUNDED, Bound, covers
from candour.care.figures.part import Group
from candour.care.figures.stratum import Layout, Stratum
from candour.statistics.disclosure.boxes import cheapest_box
from candour.statistics.disclosure.counts import LARGEST_HIDDEN, SMALLEST_SHOWN
from candour.statistics.disclosure.table import Cell


@dataclass(frozen=True, slots=True)
class HiddenValues:
    """The groups without a value, and what may still be said of some: that 7 people or fewer are on one side."""

    hidden: frozenset[Cell]
    bounds: Mapping[Cell, Bound]


def hidden_values(layout: Layout, stratum: Stratum, without_group: Collection[Cell]) -> HiddenValues:
    """What to hide of one metric, given the groups of which nothing is shown.

    A hidden number of people from 0 to 7 can be narrowed no further than to 0-7 by all that is shown of the metric,
    even by one who knows these rules. A sum that is nearly one person's is hidden as well.
    """
    groups = {cell: stratum.groups[cell] for cell in layout.published.counts}
    unsure = {cell for cell, group in groups.items() if _unsure(stratum, group)}
    if stratum.is_middle:
        return HiddenValues(frozenset({*unsure, *without_group}), {})
    sensitive = {cell for cell, group in groups.items() if group.people and (group.dominated or _extreme(group))}
    hidden = frozenset({*unsure, *sensitive, *without_group})
    bounded = {
        cell: bound
        for cell in sensitive - unsure - {*without_group}
        if groups[cell].people >= FEWEST_BOUNDED and (bound := _extreme(groups[cell]))
    }
    if _extreme(groups[layout.everybody]):
        return HiddenValues(hidden.union(cell for cell, group in groups.items() if group.people), bounded)
    for said in (bounded, {}):
        covered = _covered(layout, stratum, sensitive, hidden, without_group, said)
        if covered is not None:
            return HiddenValues(covered, said)
    return HiddenValues(frozenset(groups), {})


def _unsure(stratum: Stratum, group: Group) -> bool:
    return 0 < group.people < SMALLEST_SHOWN or 0 < group.rows < stratum.asked.minimum_n


def _extreme(group: Group) -> Bound | None:
    if group.above <= LARGEST_HIDDEN:
        return "hardly any"
    return "nearly all" if group.under <= LARGEST_HIDDEN else None


def _covered(
    layout: Layout,
    stratum: Stratum,
    sensitive: Collection[Cell],
    hidden: Collection[Cell],
    without_group: Collection[Cell],
    said: Mapping[Cell, Bound],
) -> frozenset[Cell] | None:
    """What is hidden, with the box of each sensitive value; None where one has none."""
    found = {*hidden}
    cost = {cell: stratum.groups[cell].people for cell in layout.published.counts}
    for cell in sorted(sensitive, key=lambda each: (cost[each], str(each))):
        fits = covers(layout, stratum, cell, without_group, said)
        box = cheapest_box(layout.published, cost, found, cell, fits)
        if box is None:
            return None
        found.update(box)
    return frozenset(found)
