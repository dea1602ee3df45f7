"""What a comparison comes to, in words: how sure it is follows from the interval of the difference alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.compare.measured.told_apart import sure
from candour.compare.measured.words import listed
from candour.statistics.ranks import Estimate

SIZES = st.floats(0.001, 1000)


@given(st.floats(-1000, 1000), SIZES, SIZES)
def test_two_are_told_apart_exactly_where_the_interval_leaves_out_zero(value, below, above):
    difference = Estimate(value, value - below, value + above)
    assert (sure(difference) == "cannot be told apart") == (difference.low <= 0 <= difference.high)


@given(st.floats(-1000, 1000), SIZES, SIZES)
def test_it_is_as_sure_the_other_way_round(value, below, above):
    there = Estimate(value, value - below, value + above)
    back = Estimate(-value, -value - above, -value + below)
    assert sure(there) == sure(back)


@pytest.mark.parametrize(
    ("difference", "says"),
    [
        (Estimate(1.0, -0.1, 2.1), "cannot be told apart"),
        (Estimate(1.0, 0.1, 1.9), "probably"),
        # 3.090232 / 1.959964 = 1.5767 is how much wider the 99.8% interval is.
        (Estimate(1.0, 1 - 1 / 1.57, 2.0), "probably"),
        (Estimate(1.0, 1 - 1 / 1.58, 2.0), "very probably"),
        (Estimate(-1.0, -9.0, -1 + 1 / 1.58), "very probably"),
    ],
)
def test_how_sure_it_is_follows_from_the_side_of_zero(difference, says):
    assert sure(difference) == says


def test_names_are_listed_as_a_sentence_does():
    assert listed(["a"]) == "a"
    assert listed(["a", "b"], "or") == "a or b"
    assert listed(["a", "b", "c"]) == "a, b and c"
