from math import exp, factorial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.statistics.errors import NotComputableError
from candour.statistics.gamma import below, quantile


def by_simpson(shape, x, steps=2000):
    """The same chance by integrating the density in small steps; for shapes of 2 and more, where it is smooth."""
    width = x / steps
    heights = [(width * i) ** (shape - 1) * exp(-width * i) for i in range(steps + 1)]
    area = heights[0] + heights[-1] + 4 * sum(heights[1:-1:2]) + 2 * sum(heights[2:-1:2])
    return area * width / 3 / factorial(shape - 1)


@given(st.integers(2, 20), st.floats(0, 40))
def test_it_is_the_area_under_the_density(shape, x):
    assert below(shape, x) == pytest.approx(by_simpson(shape, x), abs=1e-6)


@given(st.floats(0.05, 1e5), st.floats(1e-6, 1 - 1e-6))
def test_the_quantile_is_the_way_back(shape, chance):
    assert below(shape, quantile(shape, chance)) == pytest.approx(chance, abs=1e-9)


@pytest.mark.parametrize(("shape", "x"), [(0, 1), (-1, 1), (1, -1), (float("nan"), 1), (1, float("inf"))])
def test_what_has_no_chance_is_refused(shape, x):
    with pytest.raises(NotComputableError):
        below(shape, x)


@pytest.mark.parametrize("chance", [0, 1, float("nan")])
def test_what_is_no_chance_is_refused(chance):
    with pytest.raises(NotComputableError):
        quantile(1, chance)
