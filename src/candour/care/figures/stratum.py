"""The people behind one metric, group by group: their own answers, or those given for them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from candour.care.figures.asked import Asked, FiguresError, Given
from candour.care.figures.part import Group, Part, group_of, part_of
from candour.care.metrics.computation import Median, Share
from candour.statistics.disclosure.table import Breakdown, Cell, Table, cells, closed, goes_round

MORE_THAN_ONE = "more than one"
"""Where somebody's rows name two categories of one dimension: a person belongs to one group of each."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The groups that are `published`, and `everything`: how many people there are with all dimensions crossed.

    That a provider works in one area only makes the one a part of the other, although nobody published them crossed.
    """

    published: Table
    everything: Mapping[Cell, int]

    @property
    def everybody(self) -> Cell:
        """All people together."""
        return (None,) * len(self.published.dimensions)

    def alike(self, groups: Collection[Cell]) -> list[dict[Cell, Cell]]:
        """These groups, part by part: in each part the people have the same of whatever none of the groups says.

        Parts that some group has nobody in are left out, for everybody may know that there can be none.
        """
        unsaid = (
            (None,) if any(group[at] is not None for group in groups) else found
            for at, found in enumerate(self.published.dimensions.values())
        )
        parts = (
            {group: tuple(a or b for a, b in zip(group, part, strict=True)) for group in groups}
            for part in map(tuple, product(*unsaid))
        )
        return [part for part in parts if all(self.everything[group] for group in part.values())]


@dataclass(frozen=True, slots=True)
class Stratum:
    """The people of one metric. `absent` counts those who are in the file and did not answer it, by group.

    `counts_people` says that it is a share of people, each counted once: its numerator is a number of people.
    `persons` tells those who answered from each other, and is never shown.
    """

    asked: Asked
    by_proxy: bool
    groups: Mapping[Cell, Group]
    absent: Mapping[Cell, int]
    counts_people: bool
    persons: frozenset[str]

    @property
    def is_middle(self) -> bool:
        """Whether it is a middle value, which adds up to nothing."""
        return isinstance(self.asked.recipe.compute, Median)

    @property
    def answers(self) -> tuple[Mapping[Cell, int], ...]:
        """How many people of each group gave each answer; where there are no answers, how many people."""
        if self.counts_people:
            groups = self.groups.items()
            return {cell: group.above for cell, group in groups}, {cell: group.under for cell, group in groups}
        return ({cell: group.people for cell, group in self.groups.items()},)


def layout_of(
    dimensions: Sequence[str], breakdowns: Iterable[Sequence[str]], kinds: Mapping[tuple[str, ...], int]
) -> Layout:
    """The groups to be published, from how many people there are of each kind.

    Raises FiguresError for breakdowns that go round in a circle.
    """
    by_position: list[Breakdown] = [frozenset(map(dimensions.index, crossed)) for crossed in breakdowns]
    if goes_round(by_position):
        raise FiguresError(
            "the breakdowns go round in a circle, like area by role, role by age and age by area: together they "
            "bound the crossing that is not shown; cross all of them, or leave one out"
        )
    categories = {name: tuple(sorted({kind[at] for kind in kinds})) for at, name in enumerate(dimensions)}
    everything = closed([frozenset(range(len(dimensions)))])
    counts = {cell: 0 for breakdown in everything for cell in cells(categories, breakdown)}
    for kind, people in kinds.items():
        for cell in groups_of(kind):
            counts[cell] += people
    wanted = closed(by_position)
    published = {cell: counts[cell] for breakdown in wanted for cell in cells(categories, breakdown)}
    return Layout(Table(categories, wanted, published), counts)


def groups_of(kind: tuple[str, ...]) -> Iterable[Cell]:
    """Every group that a kind of person belongs to."""
    return product(*((category, None) for category in kind))


def kinds_of(rows: Iterable[Given]) -> dict[str, tuple[str, ...]]:
    """To which category of each dimension each person belongs."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows:
        before = found.setdefault(row.person, row.kind)
        found[row.person] = tuple(
            one if one == other else MORE_THAN_ONE for one, other in zip(before, row.kind, strict=True)
        )
    return found


def strata_of(
    asked: Asked, rows: Iterable[Given], kinds: Mapping[str, tuple[str, ...]], layout: Layout
) -> tuple[Stratum, ...]:
    """The people's own answers and, where they are counted apart, those given for them.

    Raises RowError where a row holds what its field cannot.
    """
    apart: dict[bool, dict[str, list[Given]]] = {False: defaultdict(list), True: defaultdict(list)}
    for row in rows:
        if not (row.by_proxy and asked.proxies == "may not answer"):
            apart[row.by_proxy][row.person].append(row)
    wanted = (False, True) if asked.proxies == "counted apart" else (False,)
    return tuple(_stratum(asked, by_proxy, apart[by_proxy], kinds, layout) for by_proxy in wanted)


def _stratum(
    asked: Asked,
    by_proxy: bool,
    people: Mapping[str, list[Given]],
    kinds: Mapping[str, tuple[str, ...]],
    layout: Layout,
) -> Stratum:
    parts: dict[Cell, list[Part]] = {cell: [] for cell in layout.everything}
    persons = set()
    absent = dict.fromkeys(layout.everything, 0)
    for person, rows in people.items():
        part = part_of(asked.recipe, [row.rows[asked.id] for row in rows])
        if part is not None:
            persons.add(person)
        for cell in groups_of(kinds[person]):
            if part is None:
                absent[cell] += 1
            else:
                parts[cell].append(part)
    groups = {cell: group_of(found) for cell, found in parts.items()}
    everybody = groups[layout.everybody]
    counts_people = isinstance(asked.recipe.compute, Share) and everybody.rows == everybody.people
    return Stratum(asked, by_proxy, groups, absent, counts_people, frozenset(persons))
