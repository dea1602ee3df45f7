"""What is shown, held against a second, slow way; and the rules in small examples that one can check by hand."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candour.care.figures.asked import FiguresError, Given
from candour.care.figures.publication import publish
from candour.care.figures.shown import GROUP_HIDDEN, VALUE_HIDDEN
from candour.care.figures.stratum import MORE_THAN_ONE

from .people import answered, by_group, falls, numbered, points, question, yes_or_no

AREA = ("area",)


def shown(asked, rows, metric="content"):
    return by_group(publish(asked, rows).figures[metric])


def nearest_5(number):
    return 5 * int(Fraction(number) / 5 + Fraction(1, 2))


@settings(max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=1, max_size=4))
def test_a_value_is_the_rounded_part_of_the_rounded_whole(drawn):
    names = [f"area {at}" for at in range(len(drawn))]
    people = {((name,), "yes"): yes for name, (yes, _) in zip(names, drawn, strict=True)}
    people |= {((name,), "no"): no for name, (_, no) in zip(names, drawn, strict=True)}
    rows = answered(people)
    for group, figure in shown(question(yes_or_no(), dimensions=AREA), rows).items():
        inside = [row for row in rows if not group or row.kind == group]
        yes = sum(row.rows["content"]["answer"] == "yes" for row in inside)
        assert figure.respondents in (None, nearest_5(len(inside)))
        if figure.state == "value":
            assert min(yes, len(inside) - yes) >= 8
            assert (figure.numerator, figure.denominator) == (nearest_5(yes), nearest_5(len(inside)))
            assert figure.value == round(Decimal(figure.numerator) / figure.denominator, 4)
        else:
            assert (figure.value, figure.numerator, figure.denominator) == (None, None, None)
            assert figure.because


def test_a_large_group_with_both_answers_is_shown():
    figure = shown(question(yes_or_no()), answered({((), "yes"): 47, ((), "no"): 18}))[()]
    assert (figure.value, figure.numerator, figure.denominator, figure.respondents) == (Decimal("0.6923"), 45, 65, 65)


@pytest.mark.parametrize("few", range(8))
def test_nobody_can_tell_none_from_seven(few):
    """A group all of whom gave one answer looks like one of which seven did not."""
    most = shown(question(yes_or_no()), answered({((), "yes"): 100 - few, ((), "no"): few}))[()]
    least = shown(question(yes_or_no()), answered({((), "yes"): few, ((), "no"): 100 - few}))[()]
    assert (most.state, least.state, most.respondents) == ("suppressed", "suppressed", 100)
    assert most.because.startswith("it holds without exception for all but 7 people or fewer")
    assert least.because.startswith("it holds for 7 people or fewer")


def test_a_small_group_and_one_that_would_tell_its_size_are_not_shown():
    people = {(("north",), "yes"): 3, (("east",), "yes"): 12, (("east",), "no"): 12, (("south",), "yes"): 40}
    found = shown(question(yes_or_no(), dimensions=AREA), answered(people | {(("south",), "no"): 20}))
    assert [found[place,].because for place in ("north", "east")] == [GROUP_HIDDEN, GROUP_HIDDEN]
    assert [found[place,].respondents for place in ("north", "east", "south")] == [None, None, 60]
    assert found["south",].value == Decimal("0.6667")


def test_a_group_that_is_hidden_for_one_metric_is_hidden_for_all():
    """Otherwise one metric shows east and another west, and together they tell how few are in the north."""
    rows = [
        Given(
            person=f"p{at}",
            kind=("north" if at < 9 else "east" if at < 29 else "west",),
            rows={
                "content": {"answer": "yes" if at % 2 else "no"},
                "safe": {"answer": None if at < 5 else "yes" if at % 3 else "no"},
            },
        )
        for at in range(60)
    ]
    figures = publish(question(yes_or_no(), yes_or_no("safe"), dimensions=AREA), rows).figures
    hidden = [
        {figure.group["area"] for figure in figures[name] if figure.because == GROUP_HIDDEN} for name in figures
    ]
    assert hidden == [{"north", "east"}, {"north", "east"}]


def test_metrics_of_one_column_are_hidden_together():
    """If one is about those to whom the other does not apply, its size is the other's number."""
    rows = [
        Given(
            person=f"p{at}",
            kind=("north" if at < 40 else "south",),
            rows={name: {"answer": "yes" if at % (20 if at < 40 else 2) else "no"} for name in ("one", "other")},
        )
        for at in range(100)
    ]
    shared = frozenset({"minutes"})
    asked = question(yes_or_no("one", columns=shared), yes_or_no("other", columns=shared), dimensions=AREA)
    for figures in publish(asked, rows).figures.values():
        assert by_group(figures)["north",].respondents is None


def test_what_rests_on_few_is_not_shown():
    figure = shown(question(yes_or_no(minimum_n=30)), answered({((), "yes"): 12, ((), "no"): 12}))[()]
    assert (figure.state, figure.because, figure.respondents) == (
        "suppressed",
        "it rests on fewer than 30 answers or rows",
        25,
    )


def test_of_whom_nobody_answered_there_is_no_figure():
    people = {(("north",), None): 10, (("south",), "yes"): 20, (("south",), "no"): 20}
    figure = shown(question(yes_or_no(), dimensions=AREA), answered(people))["north",]
    assert (figure.state, figure.because) == ("not computable", "nobody in this group answered")


def test_who_is_in_two_places_is_in_a_group_of_their_own():
    rows = answered({(("north",), "yes"): 30, (("north",), "no"): 30, (("south",), "no"): 30, (("south",), "yes"): 9})
    moved = [Given(person=f"p{at}", kind=("south",), rows={"content": {"answer": "yes"}}) for at in range(12)]
    assert (MORE_THAN_ONE,) in shown(question(yes_or_no(), dimensions=AREA), [*rows, *moved])


def test_visits_are_protected_by_the_people_behind_them():
    """300 visits of three people are three people."""
    rows = [
        Given(person=f"p{at % 3}", kind=(), rows={"content": {"answer": "yes" if at % 2 else "no"}})
        for at in range(300)
    ]
    assert shown(question(yes_or_no()), rows)[()].because == GROUP_HIDDEN


def test_missed_visits_of_a_few_are_not_shown():
    """Two people were missed, twenty times each, among a hundred people."""
    rows = [
        Given(person=f"p{at}", kind=(), rows={"content": {"answer": "yes" if at < 2 else "no"}})
        for at in range(100)
        for _ in range(20)
    ]
    assert shown(question(yes_or_no()), rows)[()].because.startswith("it holds for 7 people or fewer")


def test_visits_are_counted_to_the_nearest_5_and_people_too():
    rows = [
        Given(person=f"p{at}", kind=(), rows={"content": {"answer": "yes" if visit < 2 else "no"}})
        for at in range(42)
        for visit in range(11)
    ]
    figure = shown(question(yes_or_no()), rows)[()]
    assert (figure.numerator, figure.denominator, figure.respondents) == (85, 460, 40)


def test_a_sum_that_is_nearly_one_persons_is_not_shown():
    many = [((), 1)] * 10
    assert (
        shown(question(points(most=500)), numbered([*many, ((), 400), ((), 2)]), "points")[()].state == "suppressed"
    )
    shared = [((), number) for number in (90, 80, 85, 70, 75, 95, 100, 60, 88, 91)]
    assert shown(question(points(most=500)), numbered(shared), "points")[()].state == "value"


def test_an_average_at_its_end_is_not_shown():
    """An average of 24 points out of 24 is everybody's answer."""
    figure = shown(question(points()), numbered([((), 24)] * 40), "points")[()]
    assert figure.because.startswith("it is the most that can be for all but 7 people or fewer")


def test_averages_and_rates_have_three_digits_and_no_parts():
    given_points = numbered([((), 10 + at % 13) for at in range(40)])
    figure = shown(question(points()), given_points, "points")[()]
    assert (figure.value, figure.numerator, figure.denominator) == (Decimal("15.8"), None, None)
    days = numbered([((), at % 4) for at in range(60)], "falls", "falls", days=Decimal(77))
    assert shown(question(falls()), days, "falls")[()].value == Decimal("19.5")


def test_a_hidden_sum_is_covered_by_another():
    """Two of the north fell, nobody else: without cover, the whole less the others is the north's."""
    north = [(("north",), 3 if at < 2 else 0) for at in range(30)]
    others = [((area,), at % 3) for area in ("east", "south") for at in range(30)]
    found = shown(
        question(falls(), dimensions=AREA), numbered([*north, *others], "falls", "falls", days=Decimal(90)), "falls"
    )
    hidden = [group for group, figure in found.items() if figure.state == "suppressed"]
    assert ("north",) in hidden
    assert len(hidden) >= 2
    assert {figure.because for figure in found.values() if figure.state == "suppressed"} >= {VALUE_HIDDEN}


def test_breakdowns_that_go_round_are_refused():
    with pytest.raises(FiguresError, match="go round in a circle"):
        publish(
            question(yes_or_no(), dimensions=("a", "b", "c"), breakdowns=(("a", "b"), ("b", "c"), ("c", "a"))),
            answered({(("1", "1", "1"), "yes"): 30}),
        )
