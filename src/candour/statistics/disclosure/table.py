"""Counts of people by several things about them, with every total."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, product

from candour.statistics.errors import NotComputableError
from candour.statistics.inputs import whole

Cell = tuple[str | None, ...]
"""One category for each dimension, in their order; None stands for all of them together."""

Breakdown = frozenset[int]
"""The dimensions, by their positions, that are broken down."""


@dataclass(frozen=True, slots=True)
class Table:
    """What is to be published: the breakdowns, each with all of its totals, down to everybody.

    `dimensions` are the categories of each, `breakdowns` are closed: with age by sex come age, sex and everybody.
    `counts` has one true count for each cell of each breakdown; it is not for publishing.
    """

    dimensions: Mapping[str, tuple[str, ...]]
    breakdowns: frozenset[Breakdown]
    counts: Mapping[Cell, int]

    def has(self, cell: Cell) -> bool:
        """Whether a cell is among those to be published."""
        return cell in self.counts


def table(
    dimensions: Mapping[str, Sequence[str]],
    people: Mapping[tuple[str, ...], int],
    breakdowns: Iterable[Iterable[str]] | None = None,
) -> Table:
    """A table from how many people there are of each kind, a kind being one category for each dimension, in order.

    Kinds that are left out have nobody. `breakdowns` are the sets of dimensions to be crossed with each other;
    without it all are. Answers are a dimension like others: *yes* and *no* must both be protected, for "97 of 100"
    tells that 3 said no.

    Raises NotComputableError for a category or dimension that is not described, no dimension, what is no count, or
    breakdowns that go round in a circle.
    """
    names = tuple(dimensions)
    if not names or not all(dimensions.values()):
        raise NotComputableError("a table needs a dimension, and each dimension a category; found none")
    categories = {name: tuple(dict.fromkeys(dimensions[name])) for name in names}
    for kind, count in people.items():
        whole(f"the count of {', '.join(kind)}", count)
        if len(kind) != len(names) or any(c not in categories[n] for n, c in zip(names, kind, strict=True)):
            raise NotComputableError(f"{', '.join(kind)} is no kind of person here: expected one of each of {names}")
    asked_for = [_positions(names, crossed) for crossed in ([names] if breakdowns is None else breakdowns)]
    if goes_round(asked_for):
        raise NotComputableError(
            "the breakdowns go round in a circle, like age by sex, sex by area and area by age: together they bound "
            "the crossing that is not shown; cross all of them, or leave one out"
        )
    wanted = closed(asked_for)
    counts = {cell: 0 for breakdown in wanted for cell in cells(categories, breakdown)}
    for kind, count in people.items():
        for breakdown in wanted:
            counts[tuple(c if d in breakdown else None for d, c in enumerate(kind))] += count
    return Table(categories, wanted, counts)


def closed(breakdowns: Iterable[Breakdown]) -> frozenset[Breakdown]:
    """The breakdowns with all their totals."""
    parts = (combinations(sorted(crossed), size) for crossed in breakdowns for size in range(len(crossed) + 1))
    return frozenset(map(frozenset, chain([()], *parts)))


def cells(categories: Mapping[str, tuple[str, ...]], breakdown: Breakdown) -> Iterable[Cell]:
    """The cells of one breakdown."""
    return product(*(found if d in breakdown else (None,) for d, found in enumerate(categories.values())))


def goes_round(breakdowns: Iterable[Breakdown]) -> bool:
    """Whether some breakdowns have no order in which each meets those before it within a single one of them.

    If they have one, any margins that agree belong to some whole table (N. N. Vorob'ev, "Consistent families of
    measures and their extensions", Theory of Probability and its Applications 7, 1962), so that nothing can be worked
    out that the published cells do not say. Found by M. H. Graham's reduction: take away the dimensions that only one
    breakdown has, and the breakdowns that are part of another, until nothing changes; then nothing should be left.
    """
    left = set(breakdowns)
    while True:
        common = {frozenset(d for d in crossed if any(d in other for other in left - {crossed})) for crossed in left}
        reduced = {crossed for crossed in common if not any(crossed < other for other in common)}
        if reduced == left:
            return len(left) > 1
        left = reduced


def lines(found: Table) -> Iterable[tuple[Cell, tuple[Cell, ...]]]:
    """Every total with the parts that it is the sum of, among the cells to be published."""
    for cell in found.counts:
        broken_down = frozenset(d for d, category in enumerate(cell) if category is not None)
        for dimension, categories in enumerate(found.dimensions.values()):
            if dimension not in broken_down and broken_down | {dimension} in found.breakdowns:
                yield cell, tuple((*cell[:dimension], c, *cell[dimension + 1 :]) for c in categories)


def _positions(names: tuple[str, ...], crossed: Iterable[str]) -> Breakdown:
    wanted = frozenset(crossed)
    for unknown in sorted(wanted.difference(names)):
        raise NotComputableError(f"{unknown} is no dimension of this table: expected one of {', '.join(names)}")
    return frozenset(map(names.index, wanted))
