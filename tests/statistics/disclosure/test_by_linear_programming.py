"""Attack published tables with scipy's linear programming: how far can a suppressed count be narrowed?"""

from hypothesis import given, settings
from scipy.optimize import linprog

from candour.statistics.disclosure.counts import is_small
from candour.statistics.disclosure.publication import publish
from candour.statistics.disclosure.table import lines

from .attack import span, tables


def bounds_of(table, seen, cell):
    """The least and the most people that a cell can have by everything that is published."""
    cells = list(seen)
    place = {cell: number for number, cell in enumerate(cells)}
    sums = []
    for total, parts in lines(table):
        balance = [0] * len(cells)
        balance[place[total]] -= 1
        for part in parts:
            balance[place[part]] += 1
        sums.append(balance)
    spans = [span(seen[cell]) for cell in cells]
    found = []
    for way in (1, -1):
        aim = [0] * len(cells)
        aim[place[cell]] = way
        answer = linprog(aim, A_eq=sums or None, b_eq=[0] * len(sums) or None, bounds=spans)
        found.append(float("inf") if answer.status == 3 else way * answer.fun)
    return found


def largest_part(table, cell):
    """The largest of the finest counts that a cell is the sum of; its own, where it is no sum."""
    finest = max(map(len, table.breakdowns))
    return max(
        count
        for part, count in table.counts.items()
        if sum(category is not None for category in part) == finest
        and all(mine in (None, theirs) for mine, theirs in zip(cell, part, strict=True))
    )


@settings(max_examples=60)
@given(tables(chains=False))
def test_a_suppressed_count_cannot_be_narrowed_to_less_than_1_to_7(table):
    """Only a total loses something at its lower end: what it has beside its largest part."""
    seen = publish(table).shown
    for cell in [cell for cell, count in table.counts.items() if is_small(count)][:6]:
        least, most = bounds_of(table, seen, cell)
        assert least <= 1 + (table.counts[cell] - largest_part(table, cell)) + 1e-6
        assert most >= 7 - 1e-6


@settings(max_examples=30)
@given(tables())
def test_no_suppressed_count_can_be_told_exactly(table):
    seen = publish(table).shown
    for cell in [cell for cell, count in table.counts.items() if is_small(count)][:6]:
        least, most = bounds_of(table, seen, cell)
        assert most >= 7 - 1e-6
        assert least < most or table.counts[cell] == 7
