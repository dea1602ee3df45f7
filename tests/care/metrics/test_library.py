"""Every definition of the outcome library is computed from rows, and held against a second implementation."""

import random
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candour.care.metrics.recipe import ANSWERED_BY, OWN_ANSWERS, PROXY
from candour.indicators.definition import metrics

from .rows import drawn, rows
from .slow import slow

LIBRARY = metrics()
BY_PROXY = [metric for metric in LIBRARY.values() if metric.collected.proxy == "counted apart"]
each_metric = pytest.mark.parametrize("metric", LIBRARY.values(), ids=list(LIBRARY))


@each_metric
@settings(max_examples=25)
@given(data=st.data())
def test_it_is_computed_as_the_slow_way_computes_it(metric, data):
    given_rows = data.draw(rows(metric.recipe))
    tally = metric.recipe.tally(given_rows)
    numerator, denominator, n, value = slow(metric.recipe, given_rows)
    assert (tally.numerator, tally.denominator, tally.n) == (numerator, denominator, n)
    if value is None:
        assert (tally.value, bool(tally.because)) == (None, True)
    else:
        assert (tally.value, tally.because) == (pytest.approx(float(value), rel=1e-12, abs=1e-12), "")
    assert tally.n + tally.not_answered + tally.not_asked == len(given_rows)


@each_metric
def test_it_tells_one_set_of_rows_from_another(metric):
    draw = random.Random(7)
    found = {metric.recipe.tally(drawn(metric.recipe, draw, 120)).value for _ in range(4)}
    assert None not in found
    assert len(found) > 1, "whatever the rows are, it says the same"
    if metric.recipe.compute.__struct_config__.tag == "share":
        assert all(0 < value < 1 for value in found)


@pytest.mark.parametrize("metric", BY_PROXY, ids=lambda metric: metric.id)
def test_answers_by_proxy_are_counted_apart(metric):
    draw = random.Random(11)
    mixed = [row | {ANSWERED_BY: draw.choice([*OWN_ANSWERS, PROXY])} for row in drawn(metric.recipe, draw, 60)]
    apart = metric.recipe.tally_apart(mixed)
    assert apart.own == metric.recipe.tally([row for row in mixed if row[ANSWERED_BY] != PROXY])
    assert apart.proxy == metric.recipe.tally([row for row in mixed if row[ANSWERED_BY] == PROXY])


@each_metric
def test_its_review_is_not_overdue(metric):
    assert metric.review_date >= date.today(), (
        f"{metric.id}: read it again, change what is no longer true, set a new day"
    )
