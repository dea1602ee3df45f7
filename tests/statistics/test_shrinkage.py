from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.statistics.errors import NotComputableError
from candour.statistics.shrinkage import marshall


def test_worked_numbers():
    found = marshall((12, 30, 45, 8, 25), (100, 150, 400, 40, 310))
    assert found.shrunk == pytest.approx((0.120000, 0.166643, 0.114086, 0.141728, 0.090763), abs=1e-6)
    assert found.overall == 0.12


def in_fractions(units):
    """Marshall's formula as he writes it, exactly."""
    counts, sizes = ([Fraction(x) for x in column] for column in zip(*units, strict=True))
    m = sum(counts) / sum(sizes)
    spread = sum(n * (o / n - m) ** 2 for o, n in zip(counts, sizes, strict=True)) / sum(sizes)
    a = max(Fraction(0), spread - m / (sum(sizes) / len(sizes)))
    return [m + (a * (o / n - m) / (a + m / n) if a else 0) for o, n in zip(counts, sizes, strict=True)]


units = st.lists(st.tuples(st.integers(0, 300), st.integers(1, 300)), min_size=1, max_size=25)


@given(units)
def test_it_agrees_with_exact_fractions_and_lies_between_the_rate_and_the_overall(units):
    found = marshall(*zip(*units, strict=True))
    # Where chance explains nearly everything, rounding decides about the last trace of variance.
    assert found.shrunk == pytest.approx([float(x) for x in in_fractions(units)], abs=1e-6)
    for rate, trust, shrunk in zip(found.rates, found.trust, found.shrunk, strict=True):
        low, high = sorted((rate, found.overall))
        assert low - 1e-12 <= shrunk <= high + 1e-12
        assert 0 <= trust <= 1


@given(units, st.randoms(), st.integers(2, 1000))
def test_order_and_unit_of_exposure_do_not_matter(units, random, factor):
    shuffled = random.sample(units, len(units))
    one, other = (dict(zip(u, marshall(*zip(*u, strict=True)).shrunk, strict=True)) for u in (units, shuffled))
    assert one == pytest.approx(other, abs=1e-6)
    scaled = marshall([o for o, _ in units], [n * factor for _, n in units])
    assert [x * factor for x in scaled.shrunk] == pytest.approx(marshall(*zip(*units, strict=True)).shrunk, abs=1e-6)


@given(units)
def test_a_larger_unit_keeps_more_of_its_own(units):
    found = marshall(*zip(*units, strict=True))
    by_size = sorted(zip((n for _, n in units), found.trust, strict=True))
    trusts = [trust for _, trust in by_size]
    assert trusts == sorted(trusts)


def test_where_nobody_had_anything_nobody_is_expected_to():
    assert marshall((0, 0), (10, 20)).shrunk == (0, 0)


@pytest.mark.parametrize(("counts", "exposures"), [((), ()), ((1,), ()), ((1,), (0,)), ((-1,), (2,))])
def test_nonsense_is_refused(counts, exposures):
    with pytest.raises(NotComputableError):
        marshall(counts, exposures)
