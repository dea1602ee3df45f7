from decimal import Decimal

import msgspec
import pytest

from candour.care.metrics.fields import RowError
from candour.care.metrics.recipe import Figure, Recipe, figure
from candour.indicators.definition import metrics

VISITS = {"how": "share", "among": [{"field": "state", "one_of": ["made", "missed"]}]}
FIELDS = {
    "state": {"kind": "choice", "means": "what became of it", "choices": ["made", "missed", "cancelled"]},
    "minutes": {"kind": "number", "means": "how long", "min": 0, "max": 1440},
}


def recipe(compute, fields=FIELDS):
    return msgspec.convert({"row": "a visit", "fields": fields, "compute": compute}, Recipe, strict=False)


def of(name):
    return metrics()[name].recipe


def outcomes(**counts):
    return [{"outcome": outcome.replace("_", " ")} for outcome, count in counts.items() for _ in range(count)]


def test_a_cancelled_visit_is_neither_made_nor_missed():
    tally = of("missed-visits").tally(outcomes(made=97, missed=3, cancelled_by_the_person=40))
    assert (tally.numerator, tally.denominator, tally.not_asked, tally.value) == (3, 100, 40, 0.03)


def test_only_those_who_answered_all_eight_questions_count_for_quality_of_life():
    names = list(of("quality-of-life").fields)
    all_best = dict.fromkeys(names, Decimal(3))
    all_middle = dict.fromkeys(names, Decimal(2))
    tally = of("quality-of-life").tally([all_best, all_middle, all_best | {"food": None}, {"food": Decimal(3)}])
    assert (tally.numerator, tally.denominator, tally.not_answered, tally.value) == (40, 2, 2, 20.0)


def test_the_share_of_pay_is_that_of_all_money_and_not_the_mean_of_shares():
    workers = [
        {"contact_pay": Decimal("900.50"), "travel_pay": Decimal("99.50"), "paid_for_care": Decimal(2000)},
        {"contact_pay": Decimal(100), "travel_pay": Decimal(0), "paid_for_care": Decimal(500)},
    ]
    tally = of("worker-pay-share").tally(workers)
    assert (tally.numerator, tally.denominator, tally.n, tally.value) == (Decimal("1100.00"), 2500, 2, 0.44)


def test_control_counts_the_top_two_of_four_answers():
    answers = of("control-over-daily-life").fields["answer"].choices
    tally = of("control-over-daily-life").tally([{"answer": answer} for answer in answers])
    assert tally.value == 0.5


def test_a_wait_is_the_middle_one():
    tally = of("wait-for-care").tally([{"days": Decimal(days)} for days in (3, 5, 400, 8)])
    assert (tally.value, tally.numerator, tally.n) == (6.5, None, 4)


def test_falls_are_counted_for_a_thousand_days():
    tally = of("falls").tally(
        [{"falls": Decimal(1), "days": Decimal(90)}, {"falls": Decimal(0), "days": Decimal(35)}]
    )
    assert tally.value == 8.0


def test_no_rows_give_no_value_and_say_why():
    tally = of("falls").tally([])
    assert (tally.value, tally.n) == (None, 0)
    assert "no row (one person supported)" in tally.because
    nobody_there = of("falls").tally([{"falls": Decimal(0), "days": Decimal(0)}])
    assert nobody_there.because == "days add up to nothing"


@pytest.mark.parametrize(
    ("rows", "minimum", "said"),
    [
        (outcomes(made=29, missed=1), 30, Figure(state="value", value=1 / 30)),
        (outcomes(made=29), 30, Figure(state="suppressed", because="it rests on fewer than 30")),
        ([], 30, Figure(state="suppressed", because="it rests on fewer than 30")),
    ],
)
def test_few_rows_show_no_value(rows, minimum, said):
    assert figure(of("missed-visits").tally(rows), minimum) == said


def test_what_cannot_be_divided_is_not_nought():
    idle = [{"minutes_paid": Decimal(0), "minutes_travelled": Decimal(0)}] * 12
    assert figure(of("travel-time-paid").tally(idle), 10).state == "not computable"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"outcome": "forgotten"}, "outcome: found 'forgotten', expected one of made, missed"),
        ({"outcome": Decimal(1)}, "outcome: found Decimal"),
    ],
)
def test_a_row_with_anything_else_is_refused(row, said):
    with pytest.raises(RowError, match=said):
        of("missed-visits").tally([row])


def test_a_number_outside_its_range_is_refused():
    for wrong in (Decimal(4), Decimal(-1), Decimal("NaN"), "3"):
        with pytest.raises(RowError, match="food: found"):
            of("quality-of-life").tally([{"food": wrong}])


def test_who_answered_must_be_said_where_a_proxy_may():
    with pytest.raises(RowError, match="answered_by: found nothing"):
        of("satisfaction").tally_apart([{"answer": "7"}])


@pytest.mark.parametrize(
    ("compute", "said"),
    [
        (VISITS | {"counted": []}, "counted: found nothing"),
        (VISITS | {"counted": [{"field": "colour", "one_of": ["red"]}]}, "colour is none of the fields"),
        (VISITS | {"counted": [{"field": "state", "one_of": ["late"]}]}, "state: expected one_of"),
        (VISITS | {"counted": [{"field": "state", "at_least": 3}]}, "state: expected one_of"),
        (VISITS | {"counted": [{"field": "minutes", "one_of": ["30"]}]}, "minutes: expected at_least or below"),
        (VISITS | {"counted": [{"field": "minutes", "below": 2000}]}, "from 0 to 1440"),
        (VISITS | {"counted": [{"field": "state", "one_of": ["made"]}]}, "minutes is used by nothing"),
        (VISITS | {"how": "mean", "of": []}, "of: found nothing"),
        (VISITS | {"how": "mean", "of": ["state"]}, "state: expected one of the fields whose kind is number"),
        (VISITS | {"how": "rate", "of": "minutes", "per": 0}, "per: found 0"),
        (VISITS | {"how": "guess"}, "guess"),
    ],
)
def test_a_recipe_that_cannot_be_followed_is_refused_when_it_is_read(compute, said):
    with pytest.raises(msgspec.ValidationError, match=said):
        recipe(compute)


def test_nothing_is_divided_by_what_may_be_below_nought():
    fields = {name: {"kind": "number", "means": name, "min": -1, "max": 1} for name in ("above", "under")}
    with pytest.raises(msgspec.ValidationError, match="cannot be below 0"):
        recipe({"how": "sum ratio", "of": ["above"], "over": ["under"]}, fields)
