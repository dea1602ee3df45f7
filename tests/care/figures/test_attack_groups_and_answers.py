"""Attack one publication: margins, interior, several metrics of the same people, parts of parts."""

from hypothesis import given, settings
from hypothesis import strategies as st

from candour.care.figures.asked import Given
from candour.care.figures.publication import publish
from candour.care.figures.shown import GROUP_HIDDEN

from .attack import Attack
from .people import answered, question, yes_or_no

counts = st.one_of(st.integers(0, 9), st.integers(0, 40))


@st.composite
def one_metric(draw):
    """People of one to three areas and one or two ages, who said yes, no, or nothing."""
    areas = [f"area {at}" for at in range(draw(st.integers(1, 3)))]
    ages = [f"age {at}" for at in range(draw(st.integers(1, 2)))]
    people = {((area, age), answer): draw(counts) for area in areas for age in ages for answer in ("yes", "no")}
    people |= {((area, age), None): draw(st.sampled_from((0, 0, 0, 2))) for area in areas for age in ages}
    breakdowns = draw(st.sampled_from(((), (("area",),), (("area",), ("age",)), (("area", "age"),))))
    return question(yes_or_no(), dimensions=("area", "age"), breakdowns=breakdowns), answered(people)


@st.composite
def two_metrics(draw):
    """Two questions to the same people, of two or three areas and two ages."""
    kinds = [(f"area {at}", age) for at in range(draw(st.integers(2, 3))) for age in ("old", "older")]
    rows = []
    for kind in kinds:
        for one in ("yes", "no"):
            for other in ("yes", "no", None):
                most = draw(st.integers(0, 3 if other is None else 25))
                for _ in range(draw(st.integers(0, most))):
                    answers = {"content": {"answer": one}, "safe": {"answer": other}}
                    rows.append(Given(person=f"p{len(rows)}", kind=kind, rows=answers))
    breakdowns = draw(st.sampled_from(((("area",),), (("area",), ("age",)), (("area", "age"),))))
    return question(yes_or_no(), yes_or_no("safe"), dimensions=("area", "age"), breakdowns=breakdowns), rows


def assert_safe(asked, rows):
    publication = publish(asked, rows)
    attack = Attack(publication, rows)
    for at, metric in enumerate(attack.metrics):
        for figure in publication.figures[metric]:
            people = attack.true(at, figure.group, ("yes", "no"))
            if figure.because == GROUP_HIDDEN and 1 <= people <= 7:
                least, most = attack.range_of(at, figure.group, ("yes", "no"))
                assert least <= 1, (metric, figure.group, people, least)
                assert most >= 7, (metric, figure.group, people, most)
            few, answer = min((attack.true(at, figure.group, (each,)), each) for each in ("no", "yes"))
            if people and few <= 7:
                assert figure.state == "suppressed", "few people's answer is shown"
                least, most = attack.range_of(at, figure.group, (answer,))
                assert most - least >= min(7, people), (metric, figure.group, answer, few, least, most)
                if people >= 16:
                    assert least == 0, (metric, figure.group, answer, few, least)


@settings(max_examples=60)
@given(one_metric())
def test_the_few_can_be_told_no_closer_than_0_to_7(drawn):
    asked, rows = drawn
    if rows:
        assert_safe(asked, rows)


@settings(max_examples=25)
@given(two_metrics())
def test_nor_by_two_metrics_of_the_same_people_together(drawn):
    asked, rows = drawn
    if rows:
        assert_safe(asked, rows)


@settings(max_examples=25)
@given(st.lists(st.tuples(counts, counts), min_size=3, max_size=4))
def test_nor_where_everybody_knows_that_one_breakdown_is_part_of_another(drawn):
    """Every area lies in one region, which nobody published and everybody knows."""
    kinds = [("east" if at < 2 else "west", f"area {at}") for at in range(len(drawn))]
    people = {(kind, "yes"): yes for kind, (yes, _) in zip(kinds, drawn, strict=True)}
    people |= {(kind, "no"): no for kind, (_, no) in zip(kinds, drawn, strict=True)}
    rows = answered(people)
    if rows:
        assert_safe(question(yes_or_no(), dimensions=("region", "area")), rows)
