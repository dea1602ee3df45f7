from fractions import Fraction
from math import log
from statistics import pstdev, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.statistics.errors import NotComputableError
from candour.statistics.variation import (
    coefficient_of_variation,
    extremal_quotient,
    gini,
    slope_index,
    systematic_component,
    theil,
)

OBSERVED, EXPECTED = (12, 30, 45, 8, 25), (15, 24, 40, 14, 27)
RATIOS = tuple(o / e for o, e in zip(OBSERVED, EXPECTED, strict=True))


def test_worked_numbers():
    assert systematic_component(OBSERVED, EXPECTED) == pytest.approx(1.309730, abs=1e-6)
    assert extremal_quotient(RATIOS) == pytest.approx(2.1875)
    assert coefficient_of_variation(RATIOS) == pytest.approx(25.585, abs=1e-3)
    assert coefficient_of_variation(RATIOS, sample=True) == pytest.approx(28.605, abs=1e-3)
    assert gini((1, 2, 3, 4, 10)) == pytest.approx(0.4)
    assert theil((1, 2, 3, 4, 10)) == pytest.approx(0.276364, abs=1e-6)


def test_worked_slope():
    found = slope_index((60, 65, 70, 72, 80), (1, 1, 1, 1, 1))
    assert (found.slope, found.intercept, found.relative) == pytest.approx((23.5, 57.65, 1.407632), abs=1e-6)
    assert found.places == pytest.approx((0.1, 0.3, 0.5, 0.7, 0.9))


def test_the_ends_of_the_scales():
    assert gini([7] * 12) == 0
    assert theil([7] * 12) == 0
    assert gini([0] * 9 + [5]) == pytest.approx(0.9)
    assert theil([0] * 9 + [5]) == pytest.approx(log(10))


amounts = st.lists(st.integers(0, 10**6), min_size=1, max_size=30).filter(any)
places = st.lists(st.tuples(st.integers(0, 500), st.integers(1, 500)), min_size=1, max_size=30)


@given(amounts)
def test_gini_is_half_the_mean_difference_of_any_two(values):
    difference = sum(abs(Fraction(a - b)) for a in values for b in values) / len(values) ** 2
    mean = Fraction(sum(values), len(values))
    assert gini(values) == pytest.approx(float(difference / (2 * mean)), abs=1e-12)


@given(amounts)
def test_theil_is_how_much_less_even_shares_are_than_equal_ones(values):
    shares = [value / sum(values) for value in values]
    entropy = -sum(share * log(share) for share in shares if share)
    assert theil(values) == pytest.approx(log(len(values)) - entropy, abs=1e-9)


@given(amounts, st.integers(1, 1000), st.randoms())
def test_unit_order_and_doubling_everybody_do_not_matter(values, factor, random):
    shuffled = [value * factor for value in random.sample(values, len(values))]
    for measure in (gini, theil, coefficient_of_variation):
        assert measure(shuffled) == pytest.approx(measure(values), abs=1e-9)
        assert measure(values + values) == pytest.approx(measure(values), abs=1e-9)


@given(amounts)
def test_measures_stay_on_their_scales(values):
    assert 0 <= gini(values) < 1
    assert 0 <= theil(values) <= log(len(values)) + 1e-9


@given(st.lists(st.integers(1, 10**6), min_size=2, max_size=30))
def test_variation_agrees_with_the_standard_library(values):
    mean = sum(values) / len(values)
    assert coefficient_of_variation(values) == pytest.approx(100 * pstdev(map(Fraction, values)) / mean)
    assert coefficient_of_variation(values, sample=True) == pytest.approx(100 * stdev(map(Fraction, values)) / mean)
    assert extremal_quotient(values) == max(a / b for a in values for b in values) >= 1


@given(places)
def test_systematic_variation_in_exact_fractions(places):
    observed, expected = zip(*places, strict=True)
    total = sum(Fraction((o - e) ** 2, e**2) for o, e in places) - sum(Fraction(1, e) for e in expected)
    assert systematic_component(observed, expected) == pytest.approx(float(total * 100 / len(places)), abs=1e-9)


groups = st.lists(st.tuples(st.integers(1, 100), st.integers(1, 10**5)), min_size=2, max_size=10)


def by_normal_equations(groups):
    """The regression of √a·y on √a and b√a solved by Cramer's rule; √a·√a is a, so that fractions do."""
    total = sum(people for _, people in groups)
    before, rows = Fraction(0), []
    for value, people in groups:
        a = Fraction(people, total)
        rows.append((a, before + a / 2, value))
        before += a
    aa, ab, bb = sum(a for a, _, _ in rows), sum(a * b for a, b, _ in rows), sum(a * b * b for a, b, _ in rows)
    ay, by = sum(a * y for a, _, y in rows), sum(a * b * y for a, b, y in rows)
    determinant = aa * bb - ab * ab
    return (ay * bb - ab * by) / determinant, (aa * by - ab * ay) / determinant


slopes = groups.filter(lambda found: by_normal_equations(found)[0] > Fraction(1, 10))


@given(slopes)
def test_slope_agrees_with_exact_least_squares_and_turns_round(groups):
    intercept, slope = by_normal_equations(groups)
    found = slope_index(*zip(*groups, strict=True))
    assert (found.intercept, found.slope) == pytest.approx((float(intercept), float(slope)), abs=1e-6)
    assert found.relative == pytest.approx(float((intercept + slope) / intercept), rel=1e-6)


@given(slopes, st.integers(2, 50))
def test_only_the_proportions_of_people_matter(groups, factor):
    values, people = zip(*groups, strict=True)
    one, other = slope_index(values, people), slope_index(values, [n * factor for n in people])
    assert one.slope == pytest.approx(other.slope, abs=1e-6)
    assert slope_index([5] * len(people), people).slope == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(
    "made",
    [
        lambda: extremal_quotient([]),
        lambda: extremal_quotient([0, 1]),
        lambda: coefficient_of_variation([]),
        lambda: coefficient_of_variation([1], sample=True),
        lambda: coefficient_of_variation([-1, 1]),
        lambda: systematic_component([], []),
        lambda: systematic_component([1], [0]),
        lambda: systematic_component([1, 2], [1]),
        lambda: gini([]),
        lambda: gini([0, 0]),
        lambda: gini([-1, 5]),
        lambda: theil([0]),
        lambda: theil([1, float("nan")]),
        lambda: slope_index([1], [1]),
        lambda: slope_index([1, 2], [1, 0]),
        lambda: slope_index([1, 3], [1, 1]),
        lambda: slope_index([1e60, 3], [1, 1]),
    ],
)
def test_nonsense_is_refused(made):
    with pytest.raises(NotComputableError):
        made()
