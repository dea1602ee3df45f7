"""Tables to attack, and what an attacker sees of them."""

from itertools import pairwise

from hypothesis import strategies as st

from candour.statistics.disclosure.counts import SUPPRESSED
from candour.statistics.disclosure.publication import publish
from candour.statistics.disclosure.table import table

small_counts = st.one_of(st.integers(0, 9), st.integers(0, 60))


def row(counts):
    """A table of one dimension."""
    names = [str(place) for place in range(len(counts))]
    return table({"group": names}, {(name,): count for name, count in zip(names, counts, strict=True)})


def grid(rows):
    """A table of two dimensions."""
    down, across = [f"r{i}" for i in range(len(rows))], [f"c{i}" for i in range(len(rows[0]))]
    people = {
        (d, a): count for d, cells in zip(down, rows, strict=True) for a, count in zip(across, cells, strict=True)
    }
    return table({"row": down, "column": across}, people)


def kinds(dimensions):
    """Every kind of person, one category for each dimension."""
    found = [()]
    for categories in dimensions.values():
        found = [(*kind, category) for kind in found for category in categories]
    return found


@st.composite
def people_and_tables(draw):
    """How many people there are of each kind, and a table: all dimensions crossed, none, or each with the next."""
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=3))
    dimensions = {f"d{d}": [f"{d}.{c}" for c in range(size)] for d, size in enumerate(sizes)}
    people = {kind: draw(small_counts) for kind in kinds(dimensions)}
    chained = list(pairwise(dimensions)) or [list(dimensions)]
    breakdowns = draw(st.sampled_from([None, [[name] for name in dimensions], chained]))
    return people, table(dimensions, people, breakdowns)


def tables():
    """Such tables alone."""
    return people_and_tables().map(lambda drawn: drawn[1])


def span(seen):
    """The counts that a shown cell may stand for, as (least, most or None); what is hidden is at least 1."""
    if seen is SUPPRESSED:
        return 1, None
    return (max(8, seen - 2), seen + 2) if seen else (0, 0)


def published(counts):
    """What everybody sees of a row: its parts, then its total."""
    shown = publish(row(counts)).shown
    return (*(shown[str(place),] for place in range(len(counts))), shown[(None,)])
