"""What is hidden, and what somebody who wants to know can make of what is shown."""

from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candour.statistics.disclosure.counts import SUPPRESSED, is_small, rounded, shown
from candour.statistics.disclosure.publication import publish
from candour.statistics.disclosure.table import lines

from .attack import grid, published, small_counts, span, tables

HIDDEN = SUPPRESSED


@pytest.mark.parametrize(
    ("counts", "seen"),
    [
        ((30, 9, 20), (30, 10, 20, 60)),
        ((3, 9, 20, 40), (HIDDEN, HIDDEN, 20, 40, 70)),
        ((3, 0, 0), (HIDDEN, 0, 0, HIDDEN)),
        ((4, 4, 0), (HIDDEN, HIDDEN, 0, 10)),
        ((7, 8), (HIDDEN, HIDDEN, 15)),
        ((0, 0), (0, 0, 0)),
    ],
)
def test_the_next_smallest_is_hidden_with_a_small_one(counts, seen):
    assert published(counts) == seen


def test_one_that_is_too_small_to_hide_behind_is_not_enough():
    assert published((1, 1, 20, 30)) == (HIDDEN, HIDDEN, HIDDEN, 30, 50)


def test_in_a_grid_four_corners_are_hidden():
    seen = publish(grid([[3, 30, 40], [20, 50, 60], [25, 70, 80]])).shown
    assert {cell for cell, count in seen.items() if count is HIDDEN} == {
        ("r0", "c0"),
        ("r0", "c1"),
        ("r1", "c0"),
        ("r1", "c1"),
    }


def test_a_small_total_moves_together_with_its_part():
    seen = publish(grid([[3, 0, 0], [30, 31, 32], [40, 41, 42]])).shown
    assert {cell for cell, count in seen.items() if count is HIDDEN} == {
        ("r0", "c0"),
        ("r0", None),
        ("r1", "c0"),
        ("r1", None),
    }


@given(tables())
def test_small_counts_are_hidden_and_all_else_is_hidden_or_rounded(table):
    found = publish(table)
    for cell, count in table.counts.items():
        if is_small(count):
            assert found.shown[cell] is SUPPRESSED
        assert found.shown[cell] in (SUPPRESSED, rounded(count))
        if count == 0:
            assert found.shown[cell] == 0
    assert found.behind == table.counts


@given(tables())
def test_no_line_has_one_hidden_cell_alone(table):
    seen = publish(table).shown
    for total, parts in lines(table):
        assert sum(seen[cell] is SUPPRESSED for cell in (total, *parts)) != 1


@given(tables())
def test_where_nobody_is_few_nothing_is_hidden(table):
    if not any(map(is_small, table.counts.values())):
        assert publish(table).shown == {cell: shown(count) for cell, count in table.counts.items()}


@given(st.lists(small_counts, min_size=2, max_size=6), st.randoms())
def test_a_row_is_hidden_in_the_same_way_in_any_order(counts, random):
    def how_many_hidden(order):
        return sum(seen is SUPPRESSED for seen in published(order))

    assert how_many_hidden(random.sample(counts, len(counts))) == how_many_hidden(counts)


@settings(max_examples=30)
@given(st.lists(st.lists(st.integers(0, 11), min_size=2, max_size=2), min_size=2, max_size=2))
def test_every_count_from_1_to_7_remains_possible_in_a_small_grid(rows):
    """By trying out every table of two by two that could lie behind what is shown."""
    table = grid(rows)
    spans = {cell: span(count) for cell, count in publish(table).shown.items()}
    cells = [("r0", "c0"), ("r0", "c1"), ("r1", "c0"), ("r1", "c1")]
    possible = {cell: set() for cell in cells}

    def fits(cell, count):
        least, most = spans[cell]
        return count >= least and (most is None or count <= most)

    reach = [[n for n in range(18) if fits(cell, n)] for cell in cells]
    for a, b, c in product(*reach[:3]):
        if not (fits(("r0", None), a + b) and fits((None, "c0"), a + c)):
            continue
        for d in reach[3]:
            if fits(("r1", None), c + d) and fits((None, "c1"), b + d) and fits((None, None), a + b + c + d):
                for cell, count in zip(cells, (a, b, c, d), strict=True):
                    possible[cell].add(count)
    for cell in cells:
        if is_small(table.counts[cell]):
            assert possible[cell] >= set(range(1, 8))


def test_who_knows_the_rules_by_heart_learns_little_more():
    """Every row of three up to 16 is published; rows that look alike are all that an attacker can replay."""
    alike = defaultdict(list)
    for counts in product(range(17), repeat=3):
        alike[published(counts)].append(counts)
    left = [
        len({other[place] for other in rows} & set(range(1, 8)))
        for rows in alike.values()
        for counts in rows
        if max(counts) <= 9  # what lies beyond 16 must not be missed for the others
        for place in range(3)
        if is_small(counts[place])
    ]
    assert min(left) >= 3
    assert sum(count >= 6 for count in left) > 0.97 * len(left)
