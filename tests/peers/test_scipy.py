"""Our distributions and intervals beside scipy's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import optimize, stats

from candour.statistics import gamma
from candour.statistics.poisson_rate import exact_limits
from candour.statistics.proportion import wilson
from candour.statistics.variation import slope_index


@given(st.floats(0.01, 1e6), st.floats(1e-6, 1 - 1e-6))
def test_gamma_quantiles(shape, chance):
    assert gamma.quantile(shape, chance) == pytest.approx(stats.gamma.ppf(chance, shape), rel=1e-8, abs=1e-12)


@given(st.floats(0.01, 1e5), st.floats(0, 3))
def test_gamma_chances(shape, times):
    assert gamma.below(shape, shape * times) == pytest.approx(stats.gamma.cdf(shape * times, shape), abs=1e-10)


@given(st.integers(1, 10**5))
def test_exact_poisson_limits_are_half_chi_square_quantiles(count):
    expected = stats.chi2.ppf(0.025, 2 * count) / 2, stats.chi2.ppf(0.975, 2 * count + 2) / 2
    assert exact_limits(count) == pytest.approx(expected, rel=1e-9)


@given(st.integers(1, 10**5).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson(share):
    successes, trials = share
    expected = stats.binomtest(successes, trials).proportion_ci(0.95, "wilson")
    assert wilson(successes, trials) == pytest.approx((expected.low, expected.high), abs=1e-9)


@given(st.lists(st.tuples(st.floats(10, 100), st.floats(1, 1e4)), min_size=2, max_size=10))
def test_slope_index_is_weighted_least_squares(groups):
    values, people = zip(*groups, strict=True)
    found = slope_index(values, people)
    roots = [(n / sum(people)) ** 0.5 for n in people]
    fitted = optimize.lsq_linear(
        [[root, place * root] for root, place in zip(roots, found.places, strict=True)],
        [value * root for value, root in zip(values, roots, strict=True)],
    ).x
    assert (found.intercept, found.slope) == pytest.approx(tuple(fitted), rel=1e-5, abs=1e-5)
