"""What is hidden of several metrics of the same people: groups, values, and what one metric tells of another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from candour.care.figures.hidden_groups import hidden_groups
from candour.care.figures.hidden_values import HiddenValues, hidden_values
from candour.care.figures.shown import GROUP_HIDDEN, Shown
from candour.care.figures.stratum import Layout, Stratum
from candour.statistics.disclosure.table import Cell


@dataclass(frozen=True, slots=True)
class Hidden:
    """What is hidden of one stratum: groups of which nothing is shown, and values."""

    groups: frozenset[Cell]
    values: HiddenValues


def hidden_of(layout: Layout, strata: Sequence[Stratum], earlier: Iterable[Shown]) -> list[Hidden]:
    """What is hidden of each stratum, in their order.

    A group is hidden in all metrics if it is in one, now or in `earlier` figures of the same people. Metrics from one
    column are hidden together, for one may be about those whom the other leaves out. Own answers and those by proxy
    are of different people.
    """
    shown_before = tuple(earlier)
    found: dict[int, Hidden] = {}
    for by_proxy in (False, True):
        places = [at for at, stratum in enumerate(strata) if stratum.by_proxy is by_proxy]
        groups = hidden_groups(layout, [strata[at] for at in places], _hidden_before(layout, shown_before, by_proxy))
        values = {at: hidden_values(layout, strata[at], groups) for at in places}
        for at in places:
            linked = [
                other for other in places if not strata[at].asked.columns.isdisjoint(strata[other].asked.columns)
            ]
            if linked in ([], [at]):
                found[at] = Hidden(groups, values[at])
            else:
                together = groups.union(*(values[other].hidden for other in linked))
                found[at] = Hidden(together, HiddenValues(together, {}))
    return [found[at] for at in range(len(strata))]


def _hidden_before(layout: Layout, earlier: Iterable[Shown], by_proxy: bool) -> frozenset[Cell]:
    """The groups that were not shown of these people before, whatever the metric was."""
    names = tuple(layout.published.dimensions)
    cells = {
        tuple(figure.group.get(name) for name in names)
        for figure in earlier
        if figure.because == GROUP_HIDDEN and (figure.who == "proxy") is by_proxy and figure.group.keys() <= {*names}
    }
    return frozenset(cells & layout.published.counts.keys())
