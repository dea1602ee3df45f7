import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.statistics.errors import NotComputableError
from candour.statistics.funnel import FunnelLimits, proportion_limits, ratio_limits
from candour.statistics.poisson_rate import exact_limits

CENTRE = 0.80642448


@pytest.mark.parametrize(
    ("trials", "low", "high", "lowest", "highest"),
    [
        (10, 56.154344, 100, 42.03259, 100),
        (50, 69.691035, 91.593861, 63.375595, 97.909301),
        (1008, 78.203374, 83.081521, 76.796814, 84.488082),
    ],
)
def test_worked_limits_of_a_proportion(trials, low, high, lowest, highest):
    limits = proportion_limits(CENTRE, trials)
    found = [100 * value for value in (limits.low, limits.high, limits.lowest, limits.highest)]
    assert found == pytest.approx([low, high, lowest, highest], abs=2e-6)


def test_worked_limits_of_a_ratio():
    assert 5 * ratio_limits(5).high == pytest.approx(11.668332, abs=1e-6)
    assert 10 * ratio_limits(10).high == pytest.approx(18.390358, abs=2e-5)
    hundred = ratio_limits(100)
    assert (100 * hundred.low, 100 * hundred.high) == pytest.approx((81.364007, 121.626811), abs=2e-5)
    assert (100 * hundred.lowest, 100 * hundred.highest) == pytest.approx(exact_limits(100, 0.998))


def ordered(limits):
    return limits.lowest <= limits.low <= limits.centre <= limits.high <= limits.highest


@given(st.floats(0, 1), st.integers(1, 10**6))
def test_limits_of_a_proportion_hold_the_centre_and_narrow_with_size(centre, trials):
    small, large = proportion_limits(centre, trials), proportion_limits(centre, 4 * trials)
    assert ordered(small)
    assert ordered(large)
    assert small.lowest >= 0
    assert small.highest <= 1
    assert small.low <= large.low
    assert large.high <= small.high


@given(st.floats(0, 1), st.integers(1, 10**6))
def test_a_proportion_and_its_opposite_mirror_each_other(centre, trials):
    one, other = proportion_limits(centre, trials), proportion_limits(1 - centre, trials)
    assert (one.low, one.highest) == pytest.approx((1 - other.high, 1 - other.lowest), abs=1e-9)


@given(st.floats(0.5, 1e5))
def test_limits_of_a_ratio_hold_one(expected):
    limits = ratio_limits(expected)
    assert ordered(limits)
    assert limits.lowest >= 0


@pytest.mark.parametrize(
    ("value", "position"),
    [
        (0.1, "below 99.8%"),
        (0.2, "below 95%"),
        (0.3, "within"),
        (0.5, "within"),
        (0.7, "within"),
        (0.75, "above 95%"),
        (0.9, "above 99.8%"),
    ],
)
def test_positions(value, position):
    assert FunnelLimits(0.5, 0.2, 0.3, 0.7, 0.8).position(value) == position


@pytest.mark.parametrize(("centre", "trials"), [(-0.1, 5), (1.1, 5), (float("nan"), 5), (0.5, 0), (0.5, 1.5)])
def test_what_is_no_proportion_is_refused(centre, trials):
    with pytest.raises(NotComputableError):
        proportion_limits(centre, trials)


@pytest.mark.parametrize("expected", [0, -1, float("nan"), float("inf")])
def test_what_is_not_to_be_expected_is_refused(expected):
    with pytest.raises(NotComputableError):
        ratio_limits(expected)


def test_no_position_for_what_is_no_number():
    with pytest.raises(NotComputableError):
        ratio_limits(5).position(float("nan"))
