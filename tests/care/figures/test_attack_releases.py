"""Attack a row of publications: one more answer, one person who left, every night, periods that overlap."""

from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candour.care.figures.as_metrics import as_metrics, earlier_of
from candour.care.figures.asked import FiguresError, Given
from candour.care.figures.earlier import Before
from candour.care.figures.publication import publish
from candour.care.period import Period

from .people import QUARTER, answered, by_group, numbered, points, question, yes_or_no

AREA = ("area",)
ASKED = question(yes_or_no(), dimensions=AREA)
PEOPLE = {(("north",), "yes"): 30, (("north",), "no"): 22, (("south",), "yes"): 41, (("south",), "no"): 18}


def before(*publications, **more):
    """What everybody can see of publications, read back from what was written."""
    return Before(figures=tuple(e for each in publications for e in earlier_of(as_metrics(each))), **more)


def seen(publication):
    """All that is shown of them, without the remark that it is as before."""
    return {
        (metric, figure.key): (figure.state, figure.because, figure.value, figure.numerator, figure.respondents)
        for metric, figures in publication.figures.items()
        for figure in figures
    }


@pytest.mark.parametrize("kind", PEOPLE)
@pytest.mark.parametrize("by", [1, -1])
def test_one_more_answer_or_one_less_changes_nothing(kind, by):
    first = publish(ASKED, answered(PEOPLE))
    second = publish(ASKED, answered(PEOPLE | {kind: PEOPLE[kind] + by}), before(first))
    assert seen(second) == seen(first)


def test_enough_new_answers_are_shown():
    first = publish(ASKED, answered(PEOPLE))
    more = {kind: people + 25 for kind, people in PEOPLE.items()}
    second = publish(ASKED, answered(more), before(first))
    assert by_group(second.figures["content"])["north",].numerator == 55
    assert not any(figure.repeated for figure in second.figures["content"])


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(sorted(PEOPLE)), st.integers(0, 40)), max_size=8))
def test_no_number_ever_changes_by_fewer_than_eight_people(steps):
    """Each publication is held against the one before; the truth behind each number is kept as it was when shown."""
    people, history, behind = dict(PEOPLE), [], {}
    for kind, more in [(None, 0), *steps]:
        if kind:
            people[kind] += more
        publication = publish(ASKED, answered(people), before(*history[-1:]))
        for figure in publication.figures["content"]:
            area = figure.group.get("area")
            truth = {
                answer: sum(n for (k, a), n in people.items() if a == answer and area in (None, *k))
                for answer in ("yes", "no")
            }
            for name, shown, count in (
                ("respondents", figure.respondents, sum(truth.values())),
                ("value", figure.numerator and (figure.numerator, figure.denominator), truth["yes"]),
                ("not", figure.numerator and (figure.numerator, figure.denominator), truth["no"]),
            ):
                old = behind.get((figure.key, name))
                if old is None or old[0] != shown:
                    assert old is None or (old[0] is not None and abs(old[1] - count) >= 8), (name, old, shown, count)
                    behind[figure.key, name] = shown, count
        history.append(publication)


def test_every_night_changes_only_with_eight_people_at_once():
    """Answers come in one by one, and the figures are made each night: who answered last is never seen alone."""
    draw, rows, last, since, publications = Random(5), answered(PEOPLE), None, 0, []
    for night in range(150):
        kind, answer = draw.choice(sorted(PEOPLE))
        rows = [*rows, Given(person=f"n{night}", kind=kind, rows={"content": {"answer": answer}})]
        publication = publish(ASKED, rows, before(*publications[-1:]))
        since += 1
        if last is not None and seen(publication) != last:
            assert since >= 8
            since = 0
        last = seen(publication)
        publications.append(publication)
    assert len({str(seen(each)) for each in publications}) > 1, "in 150 nights something is new"


def test_what_was_hidden_stays_hidden():
    small = PEOPLE | {(("west",), "yes"): 3}
    first = publish(ASKED, answered(small))
    second = publish(ASKED, answered(PEOPLE | {(("west",), "yes"): 60, (("west",), "no"): 60}), before(first))
    assert by_group(second.figures["content"])["west",].respondents is None


def test_a_value_that_was_hidden_says_so_when_its_group_has_grown():
    """What was said of it then, that it holds for all but a few, need no longer be true."""
    first = publish(ASKED, answered(PEOPLE | {(("west",), "yes"): 40}))
    more = PEOPLE | {(("west",), "yes"): 60, (("west",), "no"): 60}
    west = by_group(publish(ASKED, answered(more), before(first)).figures["content"])["west",]
    assert (west.state, west.respondents) == ("suppressed", 120)
    assert west.because == "it was hidden when figures of this period were first published, and stays so"


def test_where_nobody_answered_nobody_is_said_to_have():
    first = publish(ASKED, answered(PEOPLE | {(("west",), None): 40}))
    more = PEOPLE | {(("west",), "yes"): 60, (("west",), "no"): 60}
    west = by_group(publish(ASKED, answered(more), before(first)).figures["content"])["west",]
    assert (west.state, west.respondents) == ("not computable", 0)


def test_a_group_that_was_not_there_at_first_is_not_shown_later():
    first = publish(ASKED, answered(PEOPLE))
    second = publish(ASKED, answered(PEOPLE | {(("west",), "yes"): 60, (("west",), "no"): 60}), before(first))
    assert by_group(second.figures["content"])["west",].because.startswith("it was not published with the first")


def test_an_average_is_published_once():
    """From what was published nobody can tell how many people are behind its change."""
    asked = question(points())
    first = publish(asked, numbered([((), 5 + at % 9) for at in range(40)]))
    second = publish(asked, numbered([((), 5 + at % 9) for at in range(40)] + [((), 20)] * 30), before(first))
    assert seen(second) == seen(first)


@pytest.mark.parametrize(
    "period", [Period(date(2026, 1, 1), date(2026, 12, 31)), Period(date(2026, 9, 30), date(2026, 10, 30))]
)
def test_periods_that_overlap_are_held_back(period):
    """The year less three quarters is the fourth."""
    first = publish(ASKED, answered(PEOPLE))
    second = publish(question(yes_or_no(), dimensions=AREA, period=period), answered(PEOPLE), before(first))
    assert second.figures == {}
    assert "overlaps" in second.held_back["content"]


def test_periods_one_after_the_other_are_not():
    first = publish(ASKED, answered(PEOPLE))
    following = Period(date(2026, 10, 1), date(2026, 12, 31))
    second = publish(question(yes_or_no(), dimensions=AREA, period=following), answered(PEOPLE), before(first))
    assert second.held_back == {}


def test_a_part_of_the_people_is_held_back_unless_somebody_vouches_for_it():
    first = publish(ASKED, answered(PEOPLE))
    other = question(yes_or_no(), dimensions=AREA, population="Contract 1, nights only")
    assert "other people (Contract 1)" in publish(other, answered(PEOPLE), before(first)).held_back["content"]
    assert publish(other, answered(PEOPLE), before(first, others_apart=True)).held_back == {}


def test_another_breakdown_of_the_same_people_is_refused():
    first = publish(ASKED, answered(PEOPLE))
    with pytest.raises(FiguresError, match="published for the same people and period by area; ask for the same"):
        publish(question(yes_or_no()), answered({((), "yes"): 70, ((), "no"): 40}), before(first))


def test_a_group_hidden_for_one_metric_stays_hidden_for_the_next():
    """Otherwise the first publication shows the east and the second the west, and both the whole."""
    first = publish(ASKED, answered({(("north",), "yes"): 3, (("west",), "no"): 30, (("east",), "yes"): 20}))
    later = [
        Given(person=row.person, kind=row.kind, rows={"safe": {"answer": "yes"}})
        for row in answered({(("north",), "yes"): 12, (("west",), "no"): 30, (("east",), "yes"): 20})
    ]
    second = publish(question(yes_or_no("safe"), dimensions=AREA), later, before(first))
    shown = {group for group, figure in by_group(second.figures["safe"]).items() if figure.respondents is not None}
    assert shown == {(), ("west",)}


def test_what_was_hidden_of_proxies_hides_nothing_of_others():
    """Nor does a response rate that was hidden hide everybody."""
    both = question(yes_or_no(proxies="counted apart"), dimensions=AREA, invited=113, response=yes_or_no("rate"))
    first = publish(both, answered(PEOPLE) + answered({(("north",), "yes"): 1}, start=1000, by_proxy=True))
    own, by_proxy = (
        {figure.respondents for figure in first.figures["content"] if figure.who == who}
        for who in ("themselves", "proxy")
    )
    assert (None in own, by_proxy, first.figures["rate"][0].respondents) == (False, {None, 0}, None)
    second = publish(question(yes_or_no("safe"), dimensions=AREA), answered(PEOPLE, metric="safe"), before(first))
    assert None not in {figure.respondents for figure in second.figures["safe"]}


def test_what_is_written_is_read_back_whole():
    asked = question(yes_or_no(proxies="counted apart"), dimensions=AREA, invited=150, response=yes_or_no("rate"))
    first = publish(asked, answered(PEOPLE | {(("west",), "no"): 4}))
    again = {each.metric: each for each in earlier_of(as_metrics(first))}
    assert {metric: each.figures for metric, each in again.items()} == first.figures
    assert {(each.period, each.population) for each in again.values()} == {(QUARTER, "Contract 1")}
