"""Attack published tables with scipy's linear programming: how far can a suppressed count be narrowed?"""

from hypothesis import given, settings
from scipy.optimize import linprog

from candour.statistics.disclosure.counts import is_small
from candour.statistics.disclosure.publication import publish
from candour.statistics.disclosure.table import lines, table

from .attack import people_and_tables, span


def bounds_of(found, seen, cell):
    """The least and the most people that a cell can have by everything that is published.

    The crossing of all dimensions has a place in the sums whether it is published or not: there cannot be less than
    nobody of a kind.
    """
    whole = table(found.dimensions, {})
    place = {cell: number for number, cell in enumerate(whole.counts)}
    sums = []
    for total, parts in lines(whole):
        balance = [0] * len(place)
        balance[place[total]] -= 1
        for part in parts:
            balance[place[part]] += 1
        sums.append(balance)
    spans = [span(seen[cell]) if cell in seen else (0, None) for cell in place]
    bounds = []
    for way in (1, -1):
        aim = [0] * len(place)
        aim[place[cell]] = way
        answer = linprog(aim, A_eq=sums or None, b_eq=[0] * len(sums) or None, bounds=spans)
        bounds.append(float("inf") if answer.status == 3 else way * answer.fun)
    return bounds


@settings(max_examples=120)
@given(people_and_tables())
def test_a_suppressed_count_cannot_be_narrowed_to_less_than_1_to_7(drawn):
    """Only a total loses something at its lower end: at most what it has beside its largest kind of people."""
    people, found = drawn
    seen = publish(found).shown
    for cell in [cell for cell, count in found.counts.items() if is_small(count)][:6]:
        least, most = bounds_of(found, seen, cell)
        largest = max(
            count
            for kind, count in people.items()
            if all(mine in (None, theirs) for mine, theirs in zip(cell, kind, strict=True))
        )
        assert least <= 1 + found.counts[cell] - largest + 1e-6
        assert most >= 7 - 1e-6
