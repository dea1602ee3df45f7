import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.statistics.errors import NotComputableError
from candour.statistics.sample_size import completes_needed


def test_worked_number():
    found = completes_needed(1000, 0.05)
    assert found.completes == 278
    assert found.unlimited == pytest.approx(384.146, abs=1e-3)


def half_width(answers, population, share):
    """The margin that so many answers give, with the correction for a population that ends."""
    correction = (population - answers) / (population - 1) if population > 1 else 0
    return 1.959963984540054 * (share * (1 - share) / answers * correction) ** 0.5


@given(st.integers(2, 3000), st.floats(0.01, 0.5), st.floats(0.05, 0.95))
def test_it_is_the_first_number_of_answers_whose_margin_is_narrow_enough(population, margin, share):
    enough = next(n for n in range(1, population + 1) if half_width(n, population, share) <= margin * (1 + 1e-9))
    assert completes_needed(population, margin, share).completes == enough


@given(st.integers(1, 10**9), st.floats(0.001, 0.9))
def test_never_more_than_there_are_people_and_half_is_the_careful_choice(population, margin):
    careful = completes_needed(population, margin).completes
    assert 1 <= completes_needed(population, margin, 0.3).completes <= careful <= population
    assert completes_needed(population + 1, margin).completes >= careful


@pytest.mark.parametrize(
    ("population", "margin", "share"),
    [
        (0, 0.05, 0.5),
        (-3, 0.05, 0.5),
        (10, 0, 0.5),
        (10, 1, 0.5),
        (10, 0.05, 0),
        (10, 0.05, 1),
        (10, 0.05, float("nan")),
    ],
)
def test_nonsense_is_refused(population, margin, share):
    with pytest.raises(NotComputableError):
        completes_needed(population, margin, share)
