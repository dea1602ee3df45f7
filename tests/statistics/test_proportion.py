import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.statistics.proportion import wilson


@pytest.mark.parametrize(
    ("successes", "trials", "low", "high"),
    [
        (97, 100, 0.915481, 0.989745),
        (29, 30, 0.833296, 0.994091),
        (4, 4, 0.510109, 1.0),
        (0, 10, 0.0, 0.277533),
        (65, 100, 0.552544, 0.736358),
        (100, 10000, 0.00822934, 0.01214698),
    ],
)
def test_worked_numbers(successes, trials, low, high):
    assert wilson(successes, trials) == (pytest.approx(low, abs=1e-6), pytest.approx(high, abs=1e-6))


def test_a_wider_confidence():
    assert wilson(65, 100, 0.998) == (pytest.approx(0.495495, abs=1e-6), pytest.approx(0.778354, abs=1e-6))


def by_bisection(successes, trials, z=1.959963984540054):
    """The same interval from its definition: the p for which |share - p| = z√(p(1-p)/n), found by halving."""
    share = successes / trials

    def edge(inside, outside):
        for _ in range(200):
            p = (inside + outside) / 2
            if abs(share - p) <= z * (p * (1 - p) / trials) ** 0.5:
                inside = p
            else:
                outside = p
        return inside

    return edge(share, 0.0), edge(share, 1.0)


shares = st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(shares)
def test_it_agrees_with_its_definition_and_holds_the_estimate(share):
    successes, trials = share
    low, high = wilson(successes, trials)
    assert 0 <= low <= successes / trials <= high <= 1
    slow_low, slow_high = by_bisection(successes, trials)
    assert low == pytest.approx(slow_low, abs=1e-9)
    assert high == pytest.approx(slow_high, abs=1e-9)


@pytest.mark.parametrize(("successes", "trials"), [(1, 0), (-1, 5), (6, 5), (0, 0)])
def test_what_is_no_share_is_refused(successes, trials):
    with pytest.raises(ValueError, match="not a share"):
        wilson(successes, trials)
