"""A fee for an hour beside what was published that an hour costs."""

from decimal import Decimal

import pytest

from candour.costing.amounts import Money
from candour.costing.errors import CostingError
from candour.costing.parameters import parameters
from candour.costing.published_lines import beside_published


@pytest.mark.parametrize(
    ("fee", "year", "standing"),
    [
        # England 2025-26: 22.71 to employ somebody at the National Living Wage, 32.14 as the least price
        ("22.70", "2025-26", "below the red line"),
        ("22.71", "2025-26", "between the red line and the sustainability line"),
        ("32.13", "2025-26", "between the red line and the sustainability line"),
        ("32.14", "2025-26", "at or above the sustainability line"),
        # England 2021-22: only the least price, 21.43, is known
        ("21.42", "2021-22", "below the sustainability line; the red line is not known"),
        ("21.43", "2021-22", "at or above the sustainability line"),
    ],
)
def test_the_line_decides_to_the_penny(fee, year, standing):
    found = beside_published(Money(Decimal(fee), "GBP"), parameters("england", year))
    assert found.standing == standing
    assert (found.nation, found.year) == ("england", year)
    assert found.sustainability_line is not None
    assert found.sustainability_line.publisher


@pytest.mark.parametrize(("nation", "year"), [("scotland", "2025-26"), ("england", "2026-27")])
def test_without_a_published_cost_nothing_is_said(nation, year):
    with pytest.raises(CostingError, match="not computable, because no published cost of an hour"):
        beside_published(Money(Decimal(20), "GBP"), parameters(nation, year))


def test_currencies_are_not_mixed():
    with pytest.raises(CostingError, match="EUR"):
        beside_published(Money(Decimal(20), "EUR"), parameters("england", "2025-26"))
