import pytest
from hypothesis import given

from candour.statistics.disclosure.table import lines, table
from candour.statistics.errors import NotComputableError

from .attack import grid, tables


def test_every_total_is_there():
    found = grid([[1, 2], [3, 4]])
    assert found.counts == {
        (None, None): 10,
        ("r0", None): 3,
        ("r1", None): 7,
        (None, "c0"): 4,
        (None, "c1"): 6,
        ("r0", "c0"): 1,
        ("r0", "c1"): 2,
        ("r1", "c0"): 3,
        ("r1", "c1"): 4,
    }


def test_only_the_breakdowns_that_are_asked_for():
    dimensions = {"age": ["old", "young"], "sex": ["f", "m"]}
    found = table(dimensions, {("old", "f"): 5, ("young", "m"): 6}, [["age"], ["sex"]])
    assert found.counts == {
        (None, None): 11,
        ("old", None): 5,
        ("young", None): 6,
        (None, "f"): 5,
        (None, "m"): 6,
    }


@given(tables())
def test_totals_are_the_sums_of_their_parts(found):
    for total, parts in lines(found):
        assert found.counts[total] == sum(found.counts[part] for part in parts)


def test_a_grid_has_a_line_for_each_row_column_and_margin():
    assert len(list(lines(grid([[1, 2, 3], [4, 5, 6]])))) == 2 + 3 + 2


@pytest.mark.parametrize(
    ("breakdowns", "circle"),
    [
        ("ab bc ca", True),
        ("ab bc cd da", True),
        ("abc cd de ec", True),
        ("ab bc", False),
        ("ab bc ca abc", False),
        ("a b c", False),
        ("ab cd", False),
        ("abc bcd cde a", False),
        ("ab bc cd", False),
    ],
)
def test_breakdowns_that_go_round_in_a_circle_are_refused(breakdowns, circle):
    dimensions = {name: ["yes", "no"] for name in "abcde"}
    if circle:
        with pytest.raises(NotComputableError, match="circle"):
            table(dimensions, {}, breakdowns.split())
    else:
        assert table(dimensions, {}, breakdowns.split()).counts


@pytest.mark.parametrize(
    ("dimensions", "people", "breakdowns"),
    [
        ({}, {}, None),
        ({"age": []}, {}, None),
        ({"age": ["old"]}, {("young",): 3}, None),
        ({"age": ["old"]}, {("old", "f"): 3}, None),
        ({"age": ["old"]}, {("old",): -3}, None),
        ({"age": ["old"]}, {("old",): 2.5}, None),
        ({"age": ["old"]}, {}, [["sex"]]),
    ],
)
def test_nonsense_is_refused(dimensions, people, breakdowns):
    with pytest.raises(NotComputableError):
        table(dimensions, people, breakdowns)
