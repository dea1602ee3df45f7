"""Publishing again: what subtracting one publication from the next tells."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candour.statistics.disclosure.counts import SMALLEST_SHOWN, SUPPRESSED, is_small
from candour.statistics.disclosure.publication import publish, publish_again
from candour.statistics.disclosure.table import table
from candour.statistics.errors import NotComputableError

from .attack import grid, kinds, row

DIMENSIONS = {"age": ["old", "young"], "sex": ["f", "m", "x"]}
people = st.dictionaries(st.sampled_from(kinds(DIMENSIONS)), st.integers(0, 40))


@given(people, st.sampled_from(kinds(DIMENSIONS)), st.integers(1, SMALLEST_SHOWN - 1))
def test_a_few_more_responses_change_nothing(counts, kind, more):
    before = publish(table(DIMENSIONS, counts))
    after = publish_again(before, table(DIMENSIONS, {**counts, kind: counts.get(kind, 0) + more}))
    assert after.shown == before.shown


def test_a_cell_that_moved_enough_is_published_and_the_others_stay():
    before = publish(row((30, 42, 50)))
    after = publish_again(before, row((38, 47, 50)))
    assert [after.shown[name,] for name in "012"] == [40, 40, 50]
    assert after.behind == {(None,): 135, ("0",): 38, ("1",): 42, ("2",): 50}


def test_small_steps_add_up_until_they_are_enough():
    first = publish(row((30, 42)))
    second = publish_again(first, row((34, 46)))
    assert second.behind == {(None,): 80, ("0",): 30, ("1",): 42}
    third = publish_again(second, row((38, 50)))
    assert third.behind == {(None,): 88, ("0",): 38, ("1",): 50}


def test_what_was_suppressed_stays_so_until_it_has_moved_enough():
    first = publish(row((3, 30, 40)))
    assert publish_again(first, row((10, 60, 40))).shown["0",] is SUPPRESSED
    assert publish_again(first, row((11, 60, 40))).shown["0",] == 10


def test_one_that_has_become_small_is_hidden_with_company():
    first = publish(row((20, 30, 40)))
    second = publish_again(first, row((5, 30, 40)))
    assert [second.shown[name,] for name in "012"] == [SUPPRESSED, SUPPRESSED, 40]


def test_nobody_is_seen_who_came_last():
    """One answer at a time, published after each: whatever changes stands for 8 people or more, and so does the gap
    between any two changes."""
    source, counts = Random(11), {}
    current = publish(table(DIMENSIONS, counts))
    true_when_shown = dict.fromkeys(current.shown, 0)
    last_change = 0
    for everybody in range(1, 401):
        kind = source.choices(kinds(DIMENSIONS), weights=[1, 30, 2, 8, 20, 3])[0]
        counts[kind] = counts.get(kind, 0) + 1
        now = table(DIMENSIONS, counts)
        following = publish_again(current, now)
        changed = [cell for cell in now.counts if following.behind[cell] != current.behind[cell]]
        for cell in changed:
            assert abs(now.counts[cell] - true_when_shown[cell]) >= SMALLEST_SHOWN
            true_when_shown[cell] = now.counts[cell]
        if following.shown != current.shown:
            assert everybody - last_change >= SMALLEST_SHOWN
            last_change = everybody
        for cell, count in following.behind.items():
            assert following.shown[cell] is SUPPRESSED or not is_small(count)
        current = following
    assert current.behind[None, None] > 390


@settings(max_examples=60)
@given(st.lists(people, min_size=2, max_size=6))
def test_whatever_happens_there_is_a_publication(versions):
    current = publish(table(DIMENSIONS, versions[0]))
    for counts in versions[1:]:
        now = table(DIMENSIONS, counts)
        following = publish_again(current, now)
        for cell, seen in following.shown.items():
            assert seen is SUPPRESSED or not is_small(following.behind[cell])
            if seen != current.shown[cell] and SUPPRESSED not in (seen, current.shown[cell]):
                assert abs(following.behind[cell] - current.behind[cell]) >= SMALLEST_SHOWN
            if current.shown[cell] is SUPPRESSED and seen is not SUPPRESSED:
                assert abs(now.counts[cell] - current.behind[cell]) >= SMALLEST_SHOWN
        current = following


def test_everybody_leaving_a_group_of_seven_is_no_trap():
    first = publish(row((7, 1)))
    assert publish_again(first, row((0, 0))).shown["0",] is SUPPRESSED


def test_a_table_of_another_shape_is_refused():
    with pytest.raises(NotComputableError, match="expected the same"):
        publish_again(publish(row((20, 30))), row((20, 30, 40)))
    with pytest.raises(NotComputableError, match="expected the same"):
        publish_again(publish(row((20, 30))), grid([[20, 30]]))


def test_true_counts_do_not_slip_out_in_print():
    assert "23" not in repr(publish(row((23, 42))))
