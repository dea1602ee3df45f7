"""From every page of a list, its neighbours and its ends can be reached."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from candour.site.components.pagination.pagination import Pagination


@given(st.integers(1, 60).flatmap(lambda pages: st.tuples(st.integers(1, pages), st.just(pages))))
def test_the_ends_and_the_neighbours_are_there_and_gaps_are_marked(place):
    current, pages = place
    items = Pagination(current, pages, str, "Pages").items
    numbers = [item[0] for item in items if item]

    assert {1, current, pages} <= set(numbers)
    assert numbers == sorted(set(numbers))
    assert items.count(None) == sum(after > before + 1 for before, after in itertools.pairwise(numbers))


def test_the_first_has_none_before_and_the_last_none_after():
    assert Pagination(1, 3, str, "Pages").previous == ""
    assert Pagination(3, 3, str, "Pages").next == ""


def test_one_page_needs_no_pagination():
    assert str(Pagination(1, 1, str, "Pages")) == ""
