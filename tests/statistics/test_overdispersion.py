from fractions import Fraction
from math import asin, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.statistics import funnel
from candour.statistics.errors import NotComputableError
from candour.statistics.overdispersion import of_proportions, of_ratios, proportion_limits, ratio_limits

OBSERVED = (100, 150, 180, 80, 120, 225)
EXPECTED = (108, 112, 165, 95, 100, 220)


def test_worked_numbers_on_the_scale_of_logarithms():
    found = of_ratios(OBSERVED, EXPECTED, "logarithm", tail=0)
    assert found.phi == pytest.approx(2.948033, abs=1e-6)
    assert found.tau_squared == pytest.approx(0.0194775, abs=1e-7)
    limits = ratio_limits(108, found.tau_squared, "logarithm")
    assert (limits.low, limits.high) == pytest.approx((0.717307, 1.394104), abs=1e-6)


def slow_tau_squared(phi, weights):
    """DerSimonian and Laird's variance, in exact fractions and with every pair by itself."""
    weights = [Fraction(weight) for weight in weights]
    pairs = sum(a * b for i, a in enumerate(weights) for j, b in enumerate(weights) if i != j)
    units = len(weights)
    return max(Fraction(0), (units * Fraction(phi) - (units - 1)) * sum(weights) / pairs)


ratios = st.lists(st.tuples(st.integers(0, 500), st.integers(1, 500)), min_size=2, max_size=30)
shares = st.lists(
    st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), min_size=2, max_size=30
)


@given(ratios)
def test_ratios_by_another_route(units):
    observed, expected = zip(*units, strict=True)
    found = of_ratios(observed, expected, tail=0)
    assert found.scores == pytest.approx([2 * sqrt(e) * (sqrt(o / e) - 1) for o, e in units], abs=1e-9)
    assert found.phi == pytest.approx(sum(z**2 for z in found.scores) / len(units))
    assert found.tau_squared == pytest.approx(float(slow_tau_squared(found.phi, [4 * e for e in expected])), abs=1e-9)


@given(shares, st.floats(0, 1))
def test_proportions_by_another_route(counts, centre):
    found = of_proportions(counts, centre)
    assert found.scores == pytest.approx(
        [(asin(sqrt(o / n)) - asin(sqrt(centre))) * 2 * sqrt(n) for o, n in counts], abs=1e-9
    )
    assert found.phi == pytest.approx(sum(z**2 for z in found.drawn_in) / len(counts))
    assert found.tau_squared == pytest.approx(
        float(slow_tau_squared(found.phi, [4 * n for _, n in counts])), abs=1e-9
    )


@given(ratios, st.randoms())
def test_the_order_of_units_does_not_matter_and_drawing_in_never_adds(units, random):
    shuffled = random.sample(units, len(units))
    one, other = (of_ratios(*zip(*order, strict=True)) for order in (units, shuffled))
    assert (one.phi, one.tau_squared) == pytest.approx((other.phi, other.tau_squared), abs=1e-9)
    assert sorted(one.scores) == sorted(other.scores)


def test_an_outlier_does_not_excuse_itself():
    observed, expected = [100] * 19 + [900], [100] * 20
    assert of_ratios(observed, expected, tail=0).phi > 20
    assert of_ratios(observed, expected).phi == 0


def test_units_that_differ_by_chance_alone_are_not_overdispersed():
    assert of_ratios([95, 100, 105], [100, 100, 100]).tau_squared == 0


@given(st.floats(0, 1), st.integers(1, 10**5), st.floats(0, 10), st.floats(0, 10))
def test_limits_of_proportions_widen_with_the_variance_between_units(centre, trials, less, more):
    less, more = sorted((less, more))
    narrow, wide = (proportion_limits(centre, trials, tau) for tau in (less, more))
    slack = 1e-9
    assert 0 <= wide.lowest <= narrow.lowest + slack
    assert narrow.low - slack <= centre <= narrow.high + slack
    assert narrow.highest - slack <= wide.highest <= 1
    assert wide.lowest <= wide.low <= wide.high <= wide.highest


@given(st.floats(0.01, 1e5), st.floats(0, 1e3), st.sampled_from(["square root", "logarithm"]))
def test_limits_of_ratios_hold_one(expected, tau, scale):
    limits = ratio_limits(expected, tau, scale)
    assert 0 <= limits.lowest <= limits.low <= 1 <= limits.high <= limits.highest < float("inf")


def test_without_overdispersion_they_are_nearly_the_plain_limits():
    plain, found = funnel.ratio_limits(400), ratio_limits(400, 0)
    assert (found.lowest, found.highest) == pytest.approx((plain.lowest, plain.highest), abs=0.01)
    plain, found = funnel.proportion_limits(0.7, 400), proportion_limits(0.7, 400, 0)
    assert (found.lowest, found.highest) == pytest.approx((plain.lowest, plain.highest), abs=0.01)


@pytest.mark.parametrize(
    "made",
    [
        lambda: of_ratios([1], [1]),
        lambda: of_ratios([1, 2], [1]),
        lambda: of_ratios([1, 2], [1, 0]),
        lambda: of_ratios([-1, 2], [1, 1]),
        lambda: of_ratios([0, 2], [1, 1], "logarithm"),
        lambda: of_ratios([1, 2], [1, 1], tail=0.5),
        lambda: of_proportions([(1, 2), (3, 2)], 0.5),
        lambda: of_proportions([(1, 2), (0, 0)], 0.5),
        lambda: of_proportions([(1, 2), (1, 2)], 2),
        lambda: ratio_limits(10, -1),
        lambda: proportion_limits(0.5, 10, float("nan")),
    ],
)
def test_nonsense_is_refused(made):
    with pytest.raises(NotComputableError):
        made()
