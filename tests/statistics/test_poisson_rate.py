from math import exp, isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.statistics.errors import NotComputableError
from candour.statistics.poisson_rate import byar_limits, exact_limits, poisson_limits, rate

# Published figures for these come from an iteration that stops early: scipy's chi-square quantile gives ours, see
# tests/peers/test_scipy.py.
AS_PUBLISHED = 2e-5


def near(*values, within=1e-6):
    return tuple(pytest.approx(value, abs=within) for value in values)


def at_most(count, expected):
    """The chance of so many events or fewer, summed term by term."""
    term = total = exp(-expected)
    for number in range(1, count + 1):
        term *= expected / number
        total += term
    return total


def by_summing(count, confidence):
    """Garwood's limits from their definition."""
    tail = (1 - confidence) / 2

    def crossing(chance):
        low, high = 0.0, 10.0 * count + 100
        for _ in range(200):
            middle = (low + high) / 2
            low, high = (middle, high) if chance(middle) else (low, middle)
        return low

    low = crossing(lambda expected: 1 - at_most(count - 1, expected) < tail) if count else 0.0
    return low, crossing(lambda expected: at_most(count, expected) > tail)


def test_byar_of_a_hundred():
    assert byar_limits(100) == near(81.362105, 121.627938)
    assert poisson_limits(100) == byar_limits(100)


@pytest.mark.parametrize(("count", "low", "high"), [(0, 0, 3.688879), (100, 81.364007, 121.626811)])
def test_exact_limits(count, low, high):
    assert exact_limits(count) == near(low, high, within=AS_PUBLISHED)


@pytest.mark.parametrize(("count", "high"), [(5, 11.668332), (10, 18.390358)])
def test_exact_upper_limits(count, high):
    assert exact_limits(count)[1] == near(high, within=AS_PUBLISHED)[0]


def test_limits_change_from_exact_to_byar_at_ten():
    assert poisson_limits(9) == exact_limits(9)
    assert poisson_limits(10) == byar_limits(10)


@given(st.integers(0, 60), st.sampled_from([0.8, 0.95, 0.998]))
def test_exact_limits_are_those_of_the_definition(count, confidence):
    assert exact_limits(count, confidence) == near(*by_summing(count, confidence), within=1e-8)


@given(st.integers(0, 10**7), st.floats(0.5, 0.999))
def test_the_count_lies_within_and_more_confidence_is_wider(count, confidence):
    low, high = poisson_limits(count, confidence)
    wide_low, wide_high = poisson_limits(count, confidence + (1 - confidence) / 2)
    assert 0 <= wide_low <= low <= count <= high <= wide_high
    assert isfinite(wide_high)


@given(st.integers(0, 5000))
def test_more_events_are_never_fewer_to_expect(count):
    if count + 1 != 10:  # there the formula changes, and the lower limit falls by less than 0.01
        assert all(more > fewer for fewer, more in zip(poisson_limits(count), poisson_limits(count + 1), strict=True))


def test_a_rate_is_given_per_so_many():
    found = rate(100, 5000, per=1000)
    assert (found.value, found.low, found.high) == near(20, 16.272421, 24.325588)
    assert (found.count, found.exposure, found.per) == (100, 5000, 1000)


@pytest.mark.parametrize("count", [-1, 2.5, float("nan"), float("inf")])
def test_what_is_no_count_is_refused(count):
    with pytest.raises(NotComputableError, match="whole number"):
        poisson_limits(count)


@pytest.mark.parametrize("confidence", [0, 1, 1.5, -1, float("nan")])
def test_what_is_no_confidence_is_refused(confidence):
    for limits in (poisson_limits, byar_limits, exact_limits):
        with pytest.raises(NotComputableError, match="confidence"):
            limits(12, confidence)


def test_nothing_happened_in_nothing_is_no_rate():
    for exposure in (0, -5, float("nan")):
        with pytest.raises(NotComputableError):
            rate(0, exposure)
    with pytest.raises(NotComputableError, match="exact"):
        byar_limits(0)
    with pytest.raises(NotComputableError):
        exact_limits(float("inf"))
