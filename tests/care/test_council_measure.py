import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.care.council_measure import Break, Measure, comparable
from candour.care.period import financial_year, parse_period

from .outcomes import measure

SINCE = Break("counted anew", since="2020-21")
APART = Break("a year of its own", only="2020-21")


def test_no_break_no_doubt():
    found = comparable(measure(), parse_period("2019-20"), parse_period("2024-25"))
    assert found.yes
    assert not found.because


def test_a_new_way_to_count_parts_before_and_after():
    counted = measure(breaks=(SINCE,))
    answers = {
        (first, second): comparable(counted, financial_year(first), financial_year(second)).yes
        for first in range(2018, 2023)
        for second in range(2018, 2023)
    }
    assert answers == {(a, b): (a < 2020) == (b < 2020) for a, b in answers}


def test_a_period_apart_is_compared_with_nothing_but_itself():
    surveyed = measure(breaks=(APART,))
    year = financial_year
    assert comparable(surveyed, year(2019), year(2021)).yes
    assert comparable(surveyed, year(2020), year(2020)).yes
    assert comparable(surveyed, year(2019), year(2020)).because == ("a year of its own",)
    assert comparable(surveyed, year(2020), year(2021)).because == ("a year of its own",)


def test_a_break_of_one_level_leaves_the_others_alone():
    only_nations = measure(breaks=(Break("counted anew", since="2020-21", levels=("nation",)),))
    before, after = financial_year(2019), financial_year(2020)
    assert not comparable(only_nations, before, after, "nation").yes
    assert comparable(only_nations, before, after, "council").yes


def test_a_quarter_and_a_year_cannot_be_compared():
    found = comparable(measure(), parse_period("2024-04-01/2024-06-30"), parse_period("2024-25"))
    assert found.because == ("2024-04-01/2024-06-30 and 2024-25 are not equally long.",)


@given(st.integers(2015, 2025), st.integers(2015, 2025), st.sets(st.sampled_from((SINCE, APART))))
def test_the_order_of_the_periods_does_not_matter(first: int, second: int, breaks: set[Break]):
    broken = measure(breaks=tuple(breaks))
    one = comparable(broken, financial_year(first), financial_year(second))
    assert one == comparable(broken, financial_year(second), financial_year(first))
    assert one.yes == (not one.because)


@pytest.mark.parametrize("given_", [{}, {"since": "2020-21", "only": "2021-22"}, {"since": "then"}])
def test_a_break_that_says_not_when_is_none(given_: dict[str, str]):
    with pytest.raises(ValueError):
        Break("why", **given_)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"question": ""}, "question: found nothing"),
        ({"statistics": ("numerator",)}, "statistics: found numerator, expected outcome"),
        ({"unit": "money per hour"}, "currency"),
        ({"currency": "GBP"}, "currency"),
    ],
)
def test_a_measure_that_says_too_little_is_none(changed: dict[str, object], said: str):
    with pytest.raises(ValueError, match=said):
        measure(**changed)


def test_a_measure_is_frozen():
    assert isinstance(measure(), Measure)
    with pytest.raises(AttributeError):
        measure().title = "another"
